package dev.hilo.tickets;

import dev.hilo.api.FieldError;
import dev.hilo.contacts.Emails;
import dev.hilo.errors.Problems;
import dev.hilo.fields.TicketForm;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** What a ticket's values must be, apart from what the database has to be asked. */
final class TicketRules {

    static final int LONGEST_TAG = 32;
    private static final int MOST_TAGS = 100;
    private static final int MOST_ADDRESSES = 50;

    private TicketRules() {}

    static void required(String field, String text, Problems problems) {
        problems.addIf(text == null || text.isBlank(), FieldError.missing(field, "String"));
    }

    static void status(Integer status, boolean isRequired, TicketForm form, Problems problems) {
        oneOf("status", status, form.statusIds(), isRequired, problems);
    }

    static void priority(Integer priority, boolean isRequired, Problems problems) {
        oneOf("priority", priority, List.of(1, 2, 3, 4), isRequired, problems);
    }

    static void source(Integer source, TicketForm form, Problems problems) {
        oneOf("source", source, form.sourceIds(), false, problems);
    }

    static void type(String type, TicketForm form, Problems problems) {
        if (type == null || form.types().contains(type)) return;
        problems.add(FieldError.invalid(
                "type", "It should be one of these values: '" + String.join(",", form.types()) + "'"));
    }

    private static void oneOf(
            String field, Integer value, List<Integer> allowed, boolean isRequired, Problems problems) {
        if (value == null ? !isRequired : allowed.contains(value)) return;
        String code = value == null ? "missing_field" : "invalid_value";
        problems.add(new FieldError(field, values(allowed), code));
    }

    static String values(List<Integer> allowed) {
        return "It should be one of these values: '"
                + allowed.stream().map(String::valueOf).collect(Collectors.joining(",")) + "'";
    }

    static void tags(List<String> tags, Problems problems) {
        if (tags == null) return;
        problems.addIf(
                tags.stream().anyMatch(tag -> tag.isBlank() || tag.length() > LONGEST_TAG || tag.contains(",")),
                FieldError.invalid(
                        "tags", "It should contain elements of at most " + LONGEST_TAG + " characters without commas"));
        problems.addIf(
                tags.size() > MOST_TAGS,
                FieldError.invalid("tags", "It should have at most " + MOST_TAGS + " elements"));
    }

    static void addresses(String field, List<String> addresses, Problems problems) {
        if (addresses == null) return;
        problems.addIf(
                addresses.size() > MOST_ADDRESSES,
                FieldError.invalid(field, "It should have at most " + MOST_ADDRESSES + " elements"));
        problems.addIf(
                !addresses.stream().allMatch(Emails::isRecipient),
                FieldError.invalid(field, "It should contain elements that are in the 'valid email address' format"));
    }

    /** Both or neither, both to come, the first response not after the resolution. */
    static void dueTimes(Instant dueBy, Instant firstDueBy, Instant now, Problems problems) {
        if (dueBy == null && firstDueBy == null) return;
        future("due_by", dueBy, now, problems);
        future("fr_due_by", firstDueBy, now, problems);
        if (dueBy != null && firstDueBy != null && firstDueBy.isAfter(dueBy)) {
            problems.add(FieldError.invalid("fr_due_by", "It should not be after due_by"));
        }
    }

    private static void future(String field, Instant time, Instant now, Problems problems) {
        if (time == null) problems.add(FieldError.missing(field, "DateTime"));
        else if (!time.isAfter(now)) problems.add(FieldError.invalid(field, "It should be a time in the future"));
    }

    static List<String> distinct(List<String> list) {
        return list == null ? List.of() : List.copyOf(new LinkedHashSet<>(list));
    }
}
