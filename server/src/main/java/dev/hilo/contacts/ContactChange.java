package dev.hilo.contacts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.FieldError;
import dev.hilo.api.OtherCompany;
import dev.hilo.api.Patch;
import dev.hilo.api.UpdateContact;
import dev.hilo.errors.Problems;
import dev.hilo.fields.CustomFields;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An update of a contact, to be applied to what is there. */
record ContactChange(UpdateContact asked) {

    ContactFields applied(ContactFields now, CustomFields custom, Problems problems) {
        problems.addIf(asked.name().isPresent() && !asked.name().hasValue(), FieldError.cleared("name", "String"));
        String email = asked.email().map(Values::email).or(now.email());
        Long company = asked.companyId().or(now.companyId());
        return new ContactFields(
                asked.name().hasValue() ? asked.name().value().strip() : now.name(),
                email,
                asked.phone().map(Values::text).or(now.phone()),
                asked.mobile().map(Values::text).or(now.mobile()),
                asked.twitterId().map(Values::text).or(now.twitterId()),
                asked.uniqueExternalId().map(Values::text).or(now.uniqueExternalId()),
                Values.otherEmails(asked.otherEmails().or(now.otherEmails()), email),
                company,
                Values.viewAllTickets(asked.viewAllTickets().or(now.viewAllTickets()), company),
                otherCompanies(now, company),
                asked.address().or(now.address()),
                custom(now, custom, problems),
                asked.description().or(now.description()),
                asked.jobTitle().or(now.jobTitle()),
                asked.language().or(now.language()),
                asked.tags().isPresent() ? Values.distinct(asked.tags().value()) : now.tags(),
                asked.timeZone().or(now.timeZone()),
                asked.otherPhoneNumbers().isPresent()
                        ? Values.distinct(asked.otherPhoneNumbers().value())
                        : now.otherPhoneNumbers(),
                asked.socialHandler().isPresent()
                        ? Values.socialHandler(asked.socialHandler().value())
                        : now.socialHandler());
    }

    private JsonNode otherCompanies(ContactFields now, Long company) {
        List<OtherCompany> others = asked.otherCompanies().or(now.companies());
        return Values.companies(others, company);
    }

    private Map<String, Object> custom(ContactFields now, CustomFields custom, Problems problems) {
        var read = custom.read(asked.customFields(), problems);
        var values = CustomFields.merged(now.customFields(), read);
        custom.requireForAgents(values, read.keySet(), problems);
        return values;
    }

    /** The attributes that the request sets, by the names of their fields. */
    Set<String> named() {
        var named = new HashSet<String>();
        Map.ofEntries(
                        Map.entry("email", asked.email()),
                        Map.entry("phone", asked.phone()),
                        Map.entry("mobile", asked.mobile()),
                        Map.entry("other_phone_numbers", asked.otherPhoneNumbers()),
                        Map.entry("company_name", asked.companyId()),
                        Map.entry("address", asked.address()),
                        Map.entry("description", asked.description()),
                        Map.entry("job_title", asked.jobTitle()),
                        Map.entry("language", asked.language()),
                        Map.entry("tag_names", asked.tags()),
                        Map.entry("time_zone", asked.timeZone()),
                        Map.entry("unique_external_id", asked.uniqueExternalId()))
                .forEach((name, patch) -> {
                    if (((Patch<?>) patch).isPresent()) named.add(name);
                });
        return named;
    }
}
