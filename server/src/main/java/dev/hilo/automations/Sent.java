package dev.hilo.automations;

import dev.hilo.api.FieldError;
import dev.hilo.errors.Problems;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An object of a request whose keys depend on each other, with what is wrong with it.
 *
 * @param path of the object in the request: {@code actions[0]}
 */
record Sent(String path, Map<String, Object> fields, Problems problems) {

    private static final int MOST_VALUES = 100;

    static String type(Object value) {
        return switch (value) {
            case null -> "Null";
            case String text -> "String";
            case Boolean truth -> "Boolean";
            case Integer number -> "Integer";
            case Long number -> "Integer";
            case Number number -> "Float";
            case List<?> list -> "Array";
            default -> "key/value pair";
        };
    }

    String name(String key) {
        return path + "." + key;
    }

    Object get(String key) {
        return fields.get(key);
    }

    void onlyKeys(Set<String> allowed) {
        fields.keySet().stream()
                .filter(key -> !allowed.contains(key))
                .forEach(key -> problems.add(FieldError.unexpected(name(key))));
    }

    void invalid(String key, String message) {
        problems.add(FieldError.invalid(name(key), message));
    }

    void among(String key, String... allowed) {
        problems.add(
                get(key) == null
                        ? FieldError.missingAmong(name(key), allowed)
                        : FieldError.notAmong(name(key), allowed));
    }

    void mismatch(String key, String expected) {
        problems.add(FieldError.mismatch(name(key), type(get(key)), expected));
    }

    /** A text that must be there; null where it is not. */
    String text(String key, int longest) {
        var value = get(key);
        if (value == null) problems.add(FieldError.missing(name(key), "String"));
        return value == null ? null : optionalText(key, longest);
    }

    String optionalText(String key, int longest) {
        var value = get(key);
        if (value == null) return null;
        if (!(value instanceof String text)) {
            mismatch(key, "String");
            return null;
        }
        if (text.isBlank()) invalid(key, "It should not be blank");
        if (text.length() > longest) invalid(key, "It should have at most " + longest + " characters");
        return text;
    }

    /** The values of a key that takes one or several. */
    List<?> values(String key) {
        var value = get(key);
        if (!(value instanceof List<?> list)) return java.util.Collections.singletonList(value);
        if (list.size() > MOST_VALUES) invalid(key, "It should have at most " + MOST_VALUES + " elements");
        if (list.isEmpty()) invalid(key, "It should have at least one element");
        return list.size() > MOST_VALUES ? list.subList(0, MOST_VALUES) : list;
    }

    static BigDecimal number(Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case Number number -> new BigDecimal(number.toString());
            case String text when text.length() <= 30 && text.matches("-?\\d+(\\.\\d+)?") -> new BigDecimal(text);
            case null, default -> null;
        };
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : null;
    }
}
