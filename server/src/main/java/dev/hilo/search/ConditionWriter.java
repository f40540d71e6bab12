package dev.hilo.search;

import dev.hilo.api.FieldError;
import dev.hilo.api.Json;
import dev.hilo.api.Timestamps;
import dev.hilo.errors.Problems;
import dev.hilo.search.Expression.Comparison;
import dev.hilo.search.Expression.Operator;
import dev.hilo.search.Expression.Value;
import dev.hilo.search.SearchField.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes an expression as SQL in which every value is a bind. */
final class ConditionWriter {

    private static final String NEVER = "false";

    private final SearchFields fields;
    private final Problems problems;
    private final Map<String, Object> binds = new LinkedHashMap<>();

    ConditionWriter(SearchFields fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    Map<String, Object> binds() {
        return binds;
    }

    String sql(Expression expression) {
        return switch (expression) {
            case Expression.All all -> joined(all.of(), " and ");
            case Expression.Any any -> joined(any.of(), " or ");
            case Comparison comparison -> "(" + sql(comparison) + ")";
        };
    }

    private String joined(List<Expression> parts, String word) {
        return parts.stream().map(this::sql).collect(Collectors.joining(word, "(", ")"));
    }

    private String sql(Comparison asked) {
        var field = fields.find(asked.field()).orElse(null);
        if (field == null) return wrong(FieldError.unexpected(asked.field()));
        if (asked.operator() != Operator.IS && !field.kind().hasRanges) {
            return wrong(FieldError.invalid(asked.field(), "It cannot be compared with :> or :<"));
        }
        return switch (asked.value()) {
            case Value.Nothing nothing when asked.operator() == Operator.IS -> isUnset(field);
            case Value.Number(long number) when isNumber(field.kind()) -> ofNumber(field, asked.operator(), number);
            case Value.Flag(boolean flag) when field.kind() == Kind.FLAG -> equal(field, flag);
            case Value.Text(String text)
            when field.kind() == Kind.TEXT || field.kind() == Kind.TEXTS -> equal(field, text);
            case Value.Text(String text) when isDate(field.kind()) -> ofDate(field, asked.operator(), text);
            default -> wrong(mismatch(field, asked.value()));
        };
    }

    private static FieldError mismatch(SearchField field, Value value) {
        return field.allowed() == null
                ? FieldError.mismatch(field.name(), value.type(), field.kind().type)
                : FieldError.mismatchAmong(field.name(), value.type(), field.allowedTexts());
    }

    private static boolean isNumber(Kind kind) {
        return kind == Kind.ID || kind == Kind.NUMBER;
    }

    private static boolean isDate(Kind kind) {
        return kind == Kind.TIME || kind == Kind.DATE;
    }

    private String wrong(FieldError error) {
        problems.add(error);
        return NEVER;
    }

    private String isUnset(SearchField field) {
        if (field.isCustom()) return custom(field) + " is null";
        return field.kind() == Kind.TEXTS ? field.column() + " = '{}'" : field.column() + " is null";
    }

    private String ofNumber(SearchField field, Operator operator, long number) {
        if (operator == Operator.IS && field.allowed() != null && !isAllowed(field, number)) {
            return wrong(FieldError.notAmong(field.name(), field.allowedTexts()));
        }
        if (operator == Operator.IS) return equal(field, number);
        if (!field.isCustom()) return field.column() + sign(operator) + bound(number);
        String value = field.column() + " -> " + text(field.name());
        // Compared as JSON: a cast would fail on a text that an earlier field of the same name has left behind.
        return "jsonb_typeof(" + value + ") = 'number' and " + value + sign(operator) + "to_jsonb(cast(" + bound(number)
                + " as bigint))";
    }

    private static boolean isAllowed(SearchField field, long number) {
        return field.allowed().stream().anyMatch(allowed -> allowed == number);
    }

    private String equal(SearchField field, Object value) {
        if (field.isCustom()) {
            return field.column() + " @> cast("
                    + bound(Json.MAPPER.valueToTree(Map.of(field.name(), value)).toString()) + " as jsonb)";
        }
        return field.kind() == Kind.TEXTS
                ? field.column() + " @> array[" + text((String) value) + "]"
                : field.column() + " = " + bound(value);
    }

    private String ofDate(SearchField field, Operator operator, String text) {
        LocalDate day;
        try {
            day = Timestamps.parseDate(text);
        } catch (DateTimeException e) {
            return wrong(FieldError.invalid(field.name(), "It should be in the 'yyyy-mm-dd' format"));
        }
        if (day.getYear() < 1 || day.getYear() > 9999) {
            return wrong(FieldError.invalid(field.name(), "It should be in the 'yyyy-mm-dd' format"));
        }
        return field.kind() == Kind.TIME ? ofTime(field, operator, day) : ofDay(field, operator, day);
    }

    /** Both borders belong to it: up to a day is up to that day's end. */
    private String ofTime(SearchField field, Operator operator, LocalDate day) {
        return switch (operator) {
            case AT_LEAST -> field.column() + " >= " + start(day);
            case AT_MOST -> field.column() + " < " + start(day.plusDays(1));
            case IS -> field.column() + " >= " + start(day) + " and " + field.column() + " < " + start(day.plusDays(1));
        };
    }

    private String start(LocalDate day) {
        return bound(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private String ofDay(SearchField field, Operator operator, LocalDate day) {
        if (!field.isCustom()) return field.column() + sign(operator) + "cast(" + bound(day.toString()) + " as date)";
        return operator == Operator.IS
                ? equal(field, day.toString())
                : custom(field) + sign(operator) + text(day.toString());
    }

    private String custom(SearchField field) {
        return "(" + field.column() + " ->> " + text(field.name()) + ")";
    }

    private static String sign(Operator operator) {
        return switch (operator) {
            case IS -> " = ";
            case AT_LEAST -> " >= ";
            case AT_MOST -> " <= ";
        };
    }

    private String text(String value) {
        return "cast(" + bound(value) + " as text)";
    }

    private String bound(Object value) {
        String name = "search" + binds.size();
        binds.put(name, value);
        return ":" + name;
    }
}
