package dev.hilo.automations;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One condition of a rule.
 *
 * @param values of which one must fit, or none where the operator is a negative one; null and an empty text stand for none
 * @param levels what the deeper levels of a nested field must be too
 */
record Condition(
        Subject subject,
        String field,
        FieldKind kind,
        Operator operator,
        List<Object> values,
        boolean isCaseSensitive,
        List<Condition> levels) {

    private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3600);

    /** Of a property that has been checked. */
    static Condition of(Vocabulary vocabulary, RuleType type, Map<String, Object> property) {
        var subject = Subject.of(property.get("resource_type")).orElseThrow();
        String field = Vocabulary.canonical(subject, property.get("field_name").toString());
        var operator = Operator.of(property.get("operator")).orElseThrow();
        return new Condition(
                subject,
                field,
                vocabulary.kind(type, subject, field).orElseThrow(),
                operator,
                list(property.get("value")),
                Boolean.TRUE.equals(property.get("case_sensitive")),
                levels(subject, operator, Sent.object(property.get("nested_fields"))));
    }

    private static List<Condition> levels(Subject subject, Operator operator, Map<String, Object> nested) {
        var levels = new ArrayList<Condition>();
        if (nested == null) return levels;
        for (var level : ConditionCheck.LEVELS) {
            var asked = Sent.object(nested.get(level));
            if (asked == null) continue;
            levels.add(new Condition(
                    subject,
                    asked.get("field_name").toString(),
                    FieldKind.CHOICE,
                    Operator.of(asked.get("operator")).orElse(operator),
                    list(asked.get("value")),
                    false,
                    List.of()));
        }
        return levels;
    }

    private static List<Object> list(Object value) {
        var list = new ArrayList<Object>();
        if (value instanceof List<?> several) list.addAll(several);
        else list.add(value);
        return list;
    }

    boolean holds(Snapshot ticket) {
        return fits(ticket) != operator.negative && levels.stream().allMatch(level -> level.holds(ticket));
    }

    private boolean fits(Snapshot ticket) {
        if (kind == FieldKind.HOURS) return fitsHours(ticket);
        var actual = ticket.values(subject, field);
        if (!operator.needsValue()) return actual.stream().anyMatch(JsonNode::asBoolean);
        return values.stream()
                .anyMatch(value -> isNone(value)
                        ? actual.isEmpty()
                        : actual.stream().anyMatch(node -> fits(node, value))
                                || (kind == FieldKind.FLAG && actual.isEmpty() && value.equals(false)));
    }

    private static boolean isNone(Object value) {
        return value == null || value.equals("");
    }

    private boolean fits(JsonNode actual, Object value) {
        return switch (operator) {
            case IS, IS_NOT, IN, NOT_IN -> equal(actual, value);
            case CONTAINS, DOES_NOT_CONTAIN -> text(actual.asText()).contains(text(value.toString()));
            case STARTS_WITH -> text(actual.asText()).startsWith(text(value.toString()));
            case ENDS_WITH -> text(actual.asText()).endsWith(text(value.toString()));
            case GREATER_THAN -> compared(actual, value) > 0;
            case LESS_THAN -> compared(actual, value) < 0;
            case SELECTED, NOT_SELECTED -> actual.asBoolean();
        };
    }

    private boolean equal(JsonNode actual, Object value) {
        return switch (kind) {
            case TEXT, LIST -> text(actual.asText()).equals(text(value.toString()));
            case NUMBER, DATE -> isComparable(actual, value) && compared(actual, value) == 0;
            case CHOICE, FLAG, HOURS -> actual.asText().equals(value.toString());
        };
    }

    private String text(String text) {
        return isCaseSensitive ? text : text.toLowerCase(Locale.ROOT);
    }

    private boolean isComparable(JsonNode actual, Object value) {
        return kind != FieldKind.NUMBER || (Sent.number(actual.asText()) != null && Sent.number(value) != null);
    }

    /** Zero, which is neither more nor less, for what cannot be compared. Days read alike in order of time. */
    private int compared(JsonNode actual, Object value) {
        if (!isComparable(actual, value)) return 0;
        return kind == FieldKind.NUMBER
                ? Sent.number(actual.asText()).compareTo(Sent.number(value))
                : actual.asText()
                        .substring(0, Math.min(10, actual.asText().length()))
                        .compareTo(value.toString());
    }

    private boolean fitsHours(Snapshot ticket) {
        var since = ticket.time(Vocabulary.TIMES.get(field));
        if (since == null) return values.stream().anyMatch(Condition::isNone);
        var seconds = BigDecimal.valueOf(Duration.between(since, ticket.now()).toSeconds());
        return values.stream().map(Sent::number).filter(Objects::nonNull).anyMatch(hours -> {
            var asked = hours.multiply(SECONDS_OF_AN_HOUR);
            return switch (operator) {
                case GREATER_THAN -> seconds.compareTo(asked) > 0;
                case LESS_THAN -> seconds.signum() >= 0 && seconds.compareTo(asked) < 0;
                // the hour that has begun
                default -> seconds.compareTo(asked) >= 0 && seconds.compareTo(asked.add(SECONDS_OF_AN_HOUR)) < 0;
            };
        });
    }

    /** In words, for the record of a run. */
    String words() {
        String what = values.stream()
                .map(value -> isNone(value) ? "none" : value.toString())
                .collect(Collectors.joining(", "));
        String words = subject.text + "." + field + " " + operator.text + (operator.needsValue() ? " " + what : "");
        return levels.isEmpty()
                ? words
                : words + levels.stream().map(level -> " and " + level.words()).collect(Collectors.joining());
    }
}
