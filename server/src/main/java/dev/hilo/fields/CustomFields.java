package dev.hilo.fields;

import dev.hilo.api.FieldError;
import dev.hilo.api.FormText;
import dev.hilo.api.Timestamps;
import dev.hilo.errors.Problems;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The custom fields of one kind of record: checks the values sent, brings them into the form in which they are stored and
 * shown, and fills in those that are not set.
 */
public final class CustomFields {

    private static final int LONGEST_LINE = 255;
    private static final int LONGEST_PARAGRAPH = 65_535;

    private final Map<String, Field> byName = new LinkedHashMap<>();

    CustomFields(List<Field> fields) {
        for (var field : fields) {
            if (field.isDefault()) continue;
            byName.put(field.name(), field);
            for (var level : field.dependents()) byName.put(level.name(), field);
        }
    }

    /** The values as they are stored; what does not fit is added to the problems. A null clears a field. */
    public Map<String, Object> read(Map<String, Object> sent, Problems problems) {
        var read = new LinkedHashMap<String, Object>();
        if (sent == null) return read;
        sent.forEach((name, value) -> {
            var field = byName.get(name);
            if (field == null) problems.add(FieldError.unexpected(name));
            else read.put(name, value == null ? null : value(field, name, value, problems));
        });
        return read;
    }

    /** Stored values with read ones put over them; what was cleared is gone. */
    public static Map<String, Object> merged(Map<String, Object> stored, Map<String, Object> read) {
        var merged = new LinkedHashMap<>(stored);
        merged.putAll(read);
        merged.values().removeIf(value -> value == null);
        return merged;
    }

    /** Adds a problem for each field that agents must fill in and that has no value. */
    public void requireForAgents(Map<String, Object> values, Problems problems) {
        byName.values().stream().distinct().filter(Field::requiredForAgents).forEach(f -> require(f, values, problems));
    }

    /** The same for the fields of these names alone. */
    public void requireForAgents(Map<String, Object> values, Set<String> names, Problems problems) {
        byName.values().stream()
                .distinct()
                .filter(f -> f.requiredForAgents() && names.contains(f.name()))
                .forEach(f -> require(f, values, problems));
    }

    /** The same for those that a record must have before it is closed. */
    public void requireForClosure(Map<String, Object> values, Problems problems) {
        byName.values().stream()
                .distinct()
                .filter(Field::requiredForClosure)
                .forEach(f -> require(f, values, problems));
    }

    private static void require(Field field, Map<String, Object> values, Problems problems) {
        var value = values.get(field.name());
        if (value == null || value.equals("") || value.equals(false)) {
            problems.add(FieldError.missing(field.name(), kind(field)));
        }
    }

    /** Every custom field in the order of the form, null where it is not set. */
    public Map<String, Object> full(Map<String, Object> stored) {
        if (byName.isEmpty()) return Map.of();
        var full = new LinkedHashMap<String, Object>();
        byName.keySet().forEach(name -> full.put(name, stored.get(name)));
        return full;
    }

    /** The fields by their names on the wire, for the search language. */
    public Map<String, Field> byName() {
        return byName;
    }

    private static Object value(Field field, String name, Object sent, Problems problems) {
        var value = sent instanceof FormText form ? fromForm(field, form.text()) : sent;
        return switch (field.type()) {
            case "custom_checkbox" -> value instanceof Boolean ? value : mismatch(field, name, value, problems);
            case "custom_number" -> value instanceof Long ? value : mismatch(field, name, value, problems);
            case "custom_decimal" -> decimal(field, name, value, problems);
            case "custom_date" -> date(field, name, value, problems);
            case "custom_dropdown", "nested_field" -> choice(field, name, value, problems);
            default -> text(field, name, value, problems);
        };
    }

    private static Object fromForm(Field field, String text) {
        try {
            return switch (field.type()) {
                case "custom_checkbox" -> text.equals("true") ? (Object) true : text.equals("false") ? false : text;
                case "custom_number" -> Long.parseLong(text);
                case "custom_decimal" -> new BigDecimal(text);
                default -> text;
            };
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** Decimals are texts on the wire: {@code "124.0"}. */
    private static Object decimal(Field field, String name, Object value, Problems problems) {
        return switch (value) {
            case Long whole -> whole + ".0";
            case BigDecimal number
            when Math.abs(number.scale()) <= 20 && number.precision() <= 30 ->
                number.scale() <= 0 ? number.setScale(1).toPlainString() : number.toPlainString();
            default -> mismatch(field, name, value, problems);
        };
    }

    private static Object date(Field field, String name, Object value, Problems problems) {
        if (!(value instanceof String text)) return mismatch(field, name, value, problems);
        try {
            return Timestamps.parseDate(text).toString();
        } catch (DateTimeException e) {
            problems.add(FieldError.invalid(name, "It should be in the 'yyyy-mm-dd' format"));
            return null;
        }
    }

    private static Object choice(Field field, String name, Object value, Problems problems) {
        if (!(value instanceof String text)) return mismatch(field, name, value, problems);
        var allowed = values(field.offered(), level(field, name));
        if (allowed.contains(text)) return text;
        problems.add(FieldError.invalid(name, "It should be one of these values: '" + String.join(",", allowed) + "'"));
        return null;
    }

    private static int level(Field field, String name) {
        return field.dependents().stream()
                .filter(dependent -> dependent.name().equals(name))
                .mapToInt(DependentField::level)
                .findFirst()
                .orElse(1);
    }

    private static List<String> values(List<Choice> choices, int level) {
        if (choices == null) return List.of();
        if (level == 1) return choices.stream().map(Choice::text).collect(Collectors.toList());
        var deeper = new ArrayList<String>();
        choices.forEach(choice -> deeper.addAll(values(choice.choices(), level - 1)));
        return deeper;
    }

    private static Object text(Field field, String name, Object value, Problems problems) {
        if (!(value instanceof String text)) return mismatch(field, name, value, problems);
        int longest = field.type().equals("custom_paragraph") ? LONGEST_PARAGRAPH : LONGEST_LINE;
        if (text.length() <= longest) return text;
        problems.add(FieldError.invalid(
                name, "Has %d characters, it can have maximum of %d characters".formatted(text.length(), longest)));
        return null;
    }

    private static Object mismatch(Field field, String name, Object value, Problems problems) {
        problems.add(FieldError.mismatch(name, sentType(value), kind(field)));
        return null;
    }

    private static String sentType(Object value) {
        return switch (value) {
            case String text -> "String";
            case Long number -> "Integer";
            case BigDecimal number -> "Float";
            case Boolean truth -> "Boolean";
            case List<?> list -> "Array";
            default -> "key/value pair";
        };
    }

    private static String kind(Field field) {
        return switch (field.type()) {
            case "custom_checkbox" -> "Boolean";
            case "custom_number" -> "Integer";
            case "custom_decimal" -> "Number";
            default -> "String";
        };
    }
}
