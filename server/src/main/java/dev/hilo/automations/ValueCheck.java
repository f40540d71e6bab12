package dev.hilo.automations;

import dev.hilo.api.FieldError;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;

/** Whether a field can have a value that a rule names. */
final class ValueCheck {

    static final String ANY = "--";
    private static final int LONGEST = 255;

    private final Vocabulary vocabulary;
    private final References references;

    ValueCheck(Vocabulary vocabulary, References references) {
        this.vocabulary = vocabulary;
        this.references = references;
    }

    /** @param value null or an empty text stand for none */
    void check(Sent sent, String key, Subject subject, String field, FieldKind kind, Object value) {
        if (value == null || value.equals("")) return;
        boolean fits = switch (kind) {
            case CHOICE -> choice(sent, key, subject, field, value);
            case FLAG -> value instanceof Boolean;
            case NUMBER -> Sent.number(value) != null;
            case HOURS -> Sent.number(value) != null && Sent.number(value).signum() >= 0;
            case DATE -> isDate(value);
            case TEXT, LIST -> value instanceof String text && text.length() <= LONGEST;
        };
        if (!fits) sent.problems().add(mismatch(sent.name(key), kind, value));
    }

    private static FieldError mismatch(String name, FieldKind kind, Object value) {
        String sent = Sent.type(value);
        return switch (kind) {
            case FLAG -> FieldError.mismatch(name, sent, "Boolean");
            case NUMBER -> FieldError.mismatch(name, sent, "Number");
            case HOURS -> FieldError.invalid(name, "It should be a number of hours");
            case DATE -> FieldError.invalid(name, "It should be in the 'yyyy-mm-dd' format");
            case TEXT, LIST, CHOICE ->
                value instanceof String
                        ? FieldError.invalid(name, "It should have at most " + LONGEST + " characters")
                        : FieldError.mismatch(name, sent, "String");
        };
    }

    private static boolean isDate(Object value) {
        try {
            return value instanceof String text && LocalDate.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private boolean choice(Sent sent, String key, Subject subject, String field, Object value) {
        if (vocabulary.isCustom(subject, field)) return customChoice(sent, key, subject, field, value);
        if (subject != Subject.TICKET) return value instanceof String text && text.length() <= LONGEST;
        String noun = References.noun(field);
        if (noun != null) {
            if (!references.has(noun, value)) {
                sent.invalid(key, "There is no " + noun + " matching the given " + field);
            }
            return true;
        }
        var allowed = switch (field) {
            case "status" -> vocabulary.form().statusIds();
            case "priority" -> List.of(1, 2, 3, 4);
            case "source" -> vocabulary.form().sourceIds();
            case "ticket_type" -> vocabulary.form().types();
            default -> List.of(1, 2, 3, 4);
        };
        boolean isOffered =
                allowed.stream().anyMatch(offered -> offered.toString().equals(value.toString()));
        if (!isOffered) {
            sent.problems()
                    .add(FieldError.notAmong(
                            sent.name(key),
                            allowed.stream().map(String::valueOf).toArray(String[]::new)));
        }
        return true;
    }

    private boolean customChoice(Sent sent, String key, Subject subject, String field, Object value) {
        var problems = new Problems();
        vocabulary.custom(subject).read(Collections.singletonMap(field, value), problems);
        try {
            problems.refuse();
        } catch (Refusal.Invalid invalid) {
            invalid.errors.forEach(
                    error -> sent.problems().add(new FieldError(sent.name(key), error.message(), error.code())));
        }
        return true;
    }
}
