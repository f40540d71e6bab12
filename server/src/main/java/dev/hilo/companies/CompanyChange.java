package dev.hilo.companies;

import dev.hilo.api.FieldError;
import dev.hilo.api.Patch;
import dev.hilo.api.UpdateCompany;
import dev.hilo.errors.Problems;
import dev.hilo.fields.CustomFields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** An update of a company, to be applied to what is there. */
record CompanyChange(UpdateCompany asked) {

    CompanyFields applied(CompanyFields now, CustomFields custom, Problems problems) {
        problems.addIf(asked.name().isPresent() && !asked.name().hasValue(), FieldError.cleared("name", "String"));
        var read = custom.read(asked.customFields(), problems);
        var values = CustomFields.merged(now.customFields(), read);
        custom.requireForAgents(values, read.keySet(), problems);
        return new CompanyFields(
                asked.name().hasValue() ? asked.name().value().strip() : now.name(),
                asked.description().or(now.description()),
                asked.note().or(now.note()),
                asked.domains().isPresent()
                        ? CompanyRules.domains(asked.domains().value())
                        : now.domains(),
                asked.healthScore().or(now.healthScore()),
                asked.accountTier().or(now.accountTier()),
                asked.renewalDate().map(CompanyChange::day).or(now.renewalDate()),
                asked.industry().or(now.industry()),
                values);
    }

    static LocalDate day(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    Set<String> named() {
        var named = new HashSet<String>();
        Map.of(
                        "description", asked.description(),
                        "note", asked.note(),
                        "domains", asked.domains(),
                        "health_score", asked.healthScore(),
                        "account_tier", asked.accountTier(),
                        "renewal_date", asked.renewalDate(),
                        "industry", asked.industry())
                .forEach((name, patch) -> {
                    if (((Patch<?>) patch).isPresent()) named.add(name);
                });
        return named;
    }
}
