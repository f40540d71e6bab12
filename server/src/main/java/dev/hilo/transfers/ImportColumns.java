package dev.hilo.transfers;

import dev.hilo.api.FieldError;
import dev.hilo.api.FormText;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.fields.Field;
import dev.hilo.fields.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which column of an import goes into which field. */
record ImportColumns(Map<String, Integer> byField) {

    private static final Map<Resource, Set<String>> KNOWN = Map.of(
            Resource.CONTACT,
            Set.of(
                    "name",
                    "email",
                    "phone",
                    "mobile",
                    "twitter_id",
                    "unique_external_id",
                    "other_emails",
                    "other_phone_numbers",
                    "company_name",
                    "view_all_tickets",
                    "address",
                    "description",
                    "job_title",
                    "language",
                    "tags",
                    "tag_names",
                    "time_zone"),
            Resource.COMPANY,
            Set.of(
                    "name",
                    "description",
                    "note",
                    "domains",
                    "health_score",
                    "account_tier",
                    "renewal_date",
                    "industry"));

    private static final Set<String> LONG = Set.of("description", "note", "address", "domains", "other_emails", "tags");
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_LINE = 255;

    /** @param width of the file */
    static ImportColumns of(
            Resource resource, Map<String, Object> sent, List<Field> fields, int width, Problems problems) {
        var byField = new LinkedHashMap<String, Integer>();
        sent.forEach((name, number) -> {
            var custom =
                    fields.stream().anyMatch(f -> !f.isDefault() && f.name().equals(name));
            if (!custom && !KNOWN.get(resource).contains(name)) problems.add(FieldError.unexpected("fields." + name));
            else byField.put(name, column(name, number, width, problems));
        });
        problems.addIf(!sent.containsKey("name"), FieldError.missing("fields.name", "Integer"));
        return new ImportColumns(byField);
    }

    private static int column(String name, Object number, int width, Problems problems) {
        String text = number instanceof FormText form ? form.text() : String.valueOf(number);
        int column = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : width;
        problems.addIf(
                column >= width,
                FieldError.invalid(
                        "fields." + name, "It should be the number of one of the file's " + width + " columns"));
        return column;
    }

    private static void check(String name, String text) {
        int longest = LONG.contains(name) ? LONGEST_TEXT : LONGEST_LINE;
        if (text.length() > longest || text.indexOf(0) >= 0) {
            throw new Refusal.Invalid(
                    FieldError.invalid(name, "It should be a text of at most " + longest + " characters"));
        }
    }

    /** The row's texts by field, without those that are blank. */
    Map<String, String> read(List<String> row) {
        var values = new LinkedHashMap<String, String>();
        byField.forEach((name, column) -> {
            String text = column < row.size() ? Cells.read(row.get(column)).strip() : "";
            check(name, text);
            if (!text.isEmpty()) values.put(name, text);
        });
        return values;
    }
}
