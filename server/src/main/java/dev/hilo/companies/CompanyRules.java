package dev.hilo.companies;

import dev.hilo.api.FieldError;
import dev.hilo.errors.Problems;
import dev.hilo.fields.Field;
import dev.hilo.fields.RequiredFields;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a company may be, by the fields of the account. */
final class CompanyRules {

    private static final int LONGEST_DOMAIN = 253;
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\\.)*+[a-z][a-z0-9-]*[a-z0-9]");

    private final List<Field> fields;
    private final Problems problems;

    CompanyRules(List<Field> fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    /** @param named the attributes that the request sets; all of them for a new company */
    void check(CompanyFields company, Set<String> named) {
        problems.addIf(
                company.name() == null || company.name().isBlank(),
                FieldError.invalid("name", "It should not be blank as this is a mandatory field"));
        problems.addIf(
                !company.domains().stream().allMatch(CompanyRules::isDomain),
                FieldError.invalid("domains", "It should contain elements that are in the 'valid domain' format"));
        among("health_score", company.healthScore(), named);
        among("account_tier", company.accountTier(), named);
        among("industry", company.industry(), named);
        RequiredFields.check(fields, company.byField(), named, problems);
    }

    private void among(String name, String value, Set<String> named) {
        if (value == null || !named.contains(name)) return;
        var offered = fields.stream()
                .filter(field -> field.isDefault() && field.name().equals(name))
                .flatMap(field -> field.offeredTexts().stream())
                .toList();
        problems.addIf(!offered.contains(value), FieldError.notAmong(name, offered.toArray(String[]::new)));
    }

    private static boolean isDomain(String text) {
        return text.length() <= LONGEST_DOMAIN && DOMAIN.matcher(text).matches();
    }

    static List<String> domains(List<String> sent) {
        if (sent == null) return List.of();
        return sent.stream()
                .map(domain -> domain == null ? "" : domain.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.toList());
    }
}
