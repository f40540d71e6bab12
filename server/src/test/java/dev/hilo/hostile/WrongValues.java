package dev.hilo.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Upload;
import dev.hilo.web.BodyShape;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON values that a field cannot take, by its type. */
final class WrongValues {

    private static final String DEEP = "[".repeat(60) + "]".repeat(60);
    private static final List<String> NO_TEXTS = List.of(
            "1",
            "1.5",
            "true",
            "[]",
            "{}",
            "[\"x\"]",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            DEEP);
    private static final List<String> NO_NUMBERS = List.of(
            "\"1\"",
            "\"\"",
            "\"abc\"",
            "true",
            "[]",
            "{}",
            "[1]",
            "1e999",
            "-1e999999999",
            "1e-999999999",
            "9".repeat(400));
    private static final List<String> NO_WHOLE_NUMBERS =
            List.of("1.5", "9223372036854775808", "-9223372036854775809", "1e40");
    private static final List<String> NO_TRUTHS = List.of("\"true\"", "1", "0", "\"\"", "[]", "{}", "[true]");
    private static final List<String> NO_TIMES = List.of(
            "1",
            "true",
            "[]",
            "{}",
            "\"\"",
            "\"yesterday\"",
            "\"2026-02-30T00:00:00Z\"",
            "\"2026-13-01T00:00:00Z\"",
            "\"2026-01-01T25:00:00Z\"",
            "\"2026-01-01T00:00:00+99:00\"",
            "\"+999999999-01-01T00:00:00Z\"",
            "\"0000-00-00T00:00:00Z\"",
            "\"2026-01-01T00:00:00Z\\u0000\"",
            "\"-200000-01-01T00:00:00Z\"",
            "\"9999-12-31T23:59:59-12:00\"");
    private static final List<String> NO_DATES = List.of(
            "1", "true", "[]", "{}", "\"\"", "\"2026-02-30\"", "\"2026-13-01\"", "\"26-1-1\"", "\"+999999999-12-31\"");
    private static final List<String> NO_OBJECTS = List.of("1", "true", "\"x\"", "[]", "[{}]", DEEP);
    private static final List<String> NO_STRUCTURES = List.of(
            "1",
            "true",
            "\"x\"",
            "{\"a\":\"\\u0000\"}",
            "[\"\\ud800\"]",
            "{\"\\u0000\":1}",
            "{\"a\":1e999}",
            "[[[{\"a\":[1e-999999999]}]]]");
    private static final List<String> NO_FILES = List.of(
            "\"file.txt\"", "1", "true", "{}", "[\"file.txt\"]", "[\"https://example.com/a.png\"]", "[{}]", "[1]");

    private WrongValues() {}

    static List<String> of(BodyShape.Field field) {
        var wrong = new ArrayList<>(of(field.type()));
        if (field.hasListedValues()) wrong.addAll(List.of("\"no such value\"", "-77"));
        if (field.bound() < 100_000 && field.type() == String.class)
            wrong.add("\"" + "x".repeat(field.bound() + 1) + "\"");
        return wrong;
    }

    private static List<String> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class ? lists(generic.getActualTypeArguments()[0]) : maps();
        }
        var raw = (Class<?>) type;
        if (raw == JsonNode.class) return NO_STRUCTURES;
        if (raw.isRecord()) return records(raw);
        if (raw == Upload.class) return NO_FILES;
        if (raw == String.class) return NO_TEXTS;
        if (raw == Boolean.class) return NO_TRUTHS;
        if (raw == Instant.class) return NO_TIMES;
        if (raw == LocalDate.class) return NO_DATES;
        if (raw == BigDecimal.class) return NO_NUMBERS;
        var numbers = new ArrayList<>(NO_NUMBERS);
        numbers.addAll(NO_WHOLE_NUMBERS);
        if (raw == Integer.class) numbers.add("2147483648");
        return numbers;
    }

    private static List<String> lists(Type element) {
        if (element == Upload.class) return NO_FILES;
        var wrong = new ArrayList<>(List.of("1", "true", "\"x\"", "{}", "[null]", "[[]]"));
        if (isMap(element)) return wrong;
        for (var item : of(element)) wrong.add("[" + item + "]");
        wrong.removeIf("[{}]"::equals);
        return wrong;
    }

    private static List<String> maps() {
        var wrong = new ArrayList<>(NO_OBJECTS);
        wrong.addAll(NO_STRUCTURES);
        return wrong;
    }

    private static boolean isMap(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == Map.class;
    }

    /** Each field of the inner record in its turn. */
    private static List<String> records(Class<?> record) {
        var wrong = new ArrayList<>(NO_OBJECTS);
        wrong.add("{\"nobody_knows_this\":1}");
        for (var field : BodyShape.fields(record)) {
            for (var value : of(field)) wrong.add("{\"" + field.name() + "\":" + value + "}");
        }
        return wrong;
    }
}
