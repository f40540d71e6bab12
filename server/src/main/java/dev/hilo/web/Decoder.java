package dev.hilo.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.hilo.api.FieldError;
import dev.hilo.api.FormText;
import dev.hilo.api.Json;
import dev.hilo.api.Patch;
import dev.hilo.api.Timestamps;
import dev.hilo.api.Upload;
import dev.hilo.errors.Problems;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a request into a record and tells every fault at once. JSON must have the field's own type; the texts of a form
 * or a query are read as the type that the field wants.
 *
 * <p>A component may be a {@code String, Integer, Long, Boolean, BigDecimal, Instant, LocalDate, JsonNode}, an
 * {@link Upload}, another record, a {@code Map<String, Object>}, a {@code List} of these, or a {@link Patch} of any.
 */
final class Decoder {

    private static final Object WRONG = new Object();

    private final boolean lenient;
    private final Problems problems = new Problems();

    private Decoder(boolean lenient) {
        this.lenient = lenient;
    }

    static <T> T decode(Class<T> type, ObjectNode fields, boolean lenient) {
        var decoder = new Decoder(lenient);
        var record = decoder.record(type, fields, "");
        decoder.problems.refuse();
        return record;
    }

    private <T> T record(Class<T> type, ObjectNode node, String prefix) {
        var shape = Shape.of(type);
        for (var name : (Iterable<String>) node::fieldNames) {
            if (!shape.fields().containsKey(name)) problems.add(FieldError.unexpected(prefix + name));
        }
        var values = new Object[shape.fields().size()];
        int i = 0;
        for (var field : shape.fields().values()) {
            values[i++] = field(field, node.get(field.name()), prefix + field.name());
        }
        return problems.any() ? null : shape.make(values);
    }

    /** A record within a record; its own faults have been told when it could not be made. */
    private Object inner(Class<?> type, ObjectNode node, String name) {
        var inner = record(type, node, name + ".");
        return inner == null ? WRONG : inner;
    }

    private Object field(Shape.Field field, JsonNode node, String name) {
        if (node == null || node.isMissingNode()) {
            if (field.isRequired()) problems.add(missing(field, name));
            return field.absent();
        }
        if (isOtherTypeThanListed(field, node)) {
            problems.add(FieldError.mismatchAmong(name, typeName(node), field.allowed()));
            return field.absent();
        }
        var value = node.isNull() ? null : value(field.type(), node, name);
        if (value == WRONG) return field.absent();
        if (value == null && field.isRequired()) problems.add(missing(field, name));
        if (value != null) checkBounds(field, value, name);
        return field.isPatch() ? Patch.of(value) : value;
    }

    private static FieldError missing(Shape.Field field, String name) {
        return field.allowed().length == 0
                ? FieldError.missing(name, typeName(field.type()))
                : FieldError.missingAmong(name, field.allowed());
    }

    /** A field with listed values is told them even when a value of another type is sent. */
    private boolean isOtherTypeThanListed(Shape.Field field, JsonNode node) {
        if (field.allowed().length == 0 || node.isNull() || lenient) return false;
        return field.type() == String.class ? !node.isTextual() : !node.isIntegralNumber();
    }

    private void checkBounds(Shape.Field field, Object value, String name) {
        int size = switch (value) {
            case String text -> text.codePointCount(0, text.length());
            case List<?> list -> list.size();
            default -> 0;
        };
        if (size > field.bound()) {
            String unit = value instanceof String ? "characters" : "elements";
            problems.add(FieldError.invalid(name, "It should have at most " + field.bound() + " " + unit));
        }
        var allowed = field.allowed();
        if (allowed.length > 0 && Arrays.stream(allowed).noneMatch(value.toString()::equals)) {
            problems.add(FieldError.notAmong(name, allowed));
        }
    }

    private Object value(Type type, JsonNode node, String name) {
        if (type instanceof ParameterizedType generic) {
            if (generic.getRawType() == List.class) return list(generic.getActualTypeArguments()[0], node, name);
            return node instanceof ObjectNode object ? map(object, name) : wrong(type, node, name);
        }
        var raw = (Class<?>) type;
        if (raw == JsonNode.class) return structure(node, name);
        if (raw.isRecord()) return node instanceof ObjectNode o ? inner(raw, o, name) : wrong(type, node, name);
        if (raw == Upload.class) return node instanceof POJONode file ? file.getPojo() : notAFile(name);
        if (node instanceof POJONode || node.isContainerNode()) return wrong(type, node, name);
        if (raw == String.class) return text(node, name);
        if (raw == Boolean.class) return truth(node, name);
        if (raw == Instant.class) return time(node, name);
        if (raw == LocalDate.class) return date(node, name);
        return number(raw, node, name);
    }

    private Object list(Type element, JsonNode node, String name) {
        if (element == Upload.class) return files(node, name);
        if (!(node instanceof ArrayNode array)) return wrong(List.class, node, name);
        var values = new ArrayList<Object>(array.size());
        for (var item : array) {
            var value = item.isNull() ? wrong(element, item, name) : value(element, item, name);
            if (value == WRONG) return WRONG;
            values.add(value);
        }
        return values;
    }

    private Object files(JsonNode node, String name) {
        var values = new ArrayList<Object>();
        for (var item : node instanceof ArrayNode array ? array : List.of(node)) {
            if (!(item instanceof POJONode file)) return notAFile(name);
            values.add(file.getPojo());
        }
        return values;
    }

    private Object notAFile(String name) {
        problems.add(
                new FieldError(name, "It should contain elements of type valid file format only", "datatype_mismatch"));
        return WRONG;
    }

    /** An object or a list with whatever is in it; a form carries it as one text. */
    private Object structure(JsonNode node, String name) {
        var structure = lenient && node.isTextual() ? parsed(node.textValue()) : node;
        if (!structure.isContainerNode()) return wrong(Map.class, structure, name);
        return isWhole(plain(structure, name)) ? structure : WRONG;
    }

    private static JsonNode parsed(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static boolean isWhole(Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.values().stream().allMatch(Decoder::isWhole);
            case List<?> list -> list.stream().allMatch(Decoder::isWhole);
            case null -> true;
            default -> value != WRONG;
        };
    }

    /** Values as they came: texts, whole numbers as Long, other numbers as BigDecimal, truths, lists and maps. */
    private Map<String, Object> map(ObjectNode node, String name) {
        var values = new LinkedHashMap<String, Object>();
        for (var entry : node.properties()) {
            values.put(entry.getKey(), isText(entry.getKey()) ? plain(entry.getValue(), name) : noText(name));
        }
        return values;
    }

    private Object plain(JsonNode node, String name) {
        return switch (node) {
            case ObjectNode object -> map(object, name);
            case ArrayNode array -> {
                var list = new ArrayList<Object>();
                array.forEach(item -> list.add(plain(item, name)));
                yield list;
            }
            case POJONode file -> wrong(String.class, file, name);
            default -> {
                if (node.isTextual()) yield lenient ? formText(node, name) : text(node, name);
                if (node.isBoolean()) yield node.booleanValue();
                if (node.canConvertToLong() && node.isIntegralNumber()) yield node.longValue();
                yield node.isNumber() ? number(BigDecimal.class, node, name) : null;
            }
        };
    }

    private Object formText(JsonNode node, String name) {
        return text(node, name) instanceof String text ? new FormText(text) : WRONG;
    }

    private Object text(JsonNode node, String name) {
        if (!node.isTextual()) return wrong(String.class, node, name);
        return isText(node.textValue()) ? node.textValue() : noText(name);
    }

    private Object noText(String name) {
        problems.add(FieldError.invalid(name, "It should not contain characters that are no text"));
        return WRONG;
    }

    /** Neither PostgreSQL nor UTF-8 takes NULs and halves of surrogate pairs. */
    private static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) return false;
            if (!Character.isHighSurrogate(c)) continue;
            if (++i == text.length() || !Character.isLowSurrogate(text.charAt(i))) return false;
        }
        return true;
    }

    private Object truth(JsonNode node, String name) {
        if (node.isBoolean()) return node.booleanValue();
        // Python writes True.
        if (lenient && node.textValue().equalsIgnoreCase("true")) return true;
        if (lenient && node.textValue().equalsIgnoreCase("false")) return false;
        return wrong(Boolean.class, node, name);
    }

    private Object time(JsonNode node, String name) {
        if (!node.isTextual()) return wrong(String.class, node, name);
        try {
            return Timestamps.parse(node.textValue());
        } catch (DateTimeException e) {
            problems.add(FieldError.invalid(name, "It should be in the 'combined date and time ISO8601' format"));
            return WRONG;
        }
    }

    private Object date(JsonNode node, String name) {
        if (!node.isTextual()) return wrong(String.class, node, name);
        try {
            return Timestamps.parseDate(node.textValue());
        } catch (DateTimeException e) {
            problems.add(FieldError.invalid(name, "It should be in the 'yyyy-mm-dd' format"));
            return WRONG;
        }
    }

    private Object number(Class<?> type, JsonNode node, String name) {
        var digits = digits(node);
        if (digits == null) return wrong(type, node, name);
        try {
            if (type == Integer.class) return digits.intValueExact();
            if (type == Long.class) return digits.longValueExact();
            return digits;
        } catch (ArithmeticException e) {
            return wrong(type, node, name);
        }
    }

    private BigDecimal digits(JsonNode node) {
        try {
            if (node.isNumber()) return bounded(node.decimalValue());
            return lenient && node.isTextual() && node.textValue().length() <= 40
                    ? bounded(new BigDecimal(node.textValue()))
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A number such as 1e999999999 would take the whole heap when it is written out. */
    private static BigDecimal bounded(BigDecimal number) {
        return Math.abs((long) number.scale()) > 40 || number.precision() > 40 ? null : number;
    }

    private Object wrong(Type expected, JsonNode node, String name) {
        problems.add(FieldError.mismatch(name, typeName(node), typeName(expected)));
        return WRONG;
    }

    private static String typeName(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "String";
            case NUMBER -> node.isIntegralNumber() ? "Integer" : "Float";
            case BOOLEAN -> "Boolean";
            case ARRAY -> "Array";
            case OBJECT -> "key/value pair";
            case POJO -> "File";
            default -> "Null";
        };
    }

    private static String typeName(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class ? "Array" : "key/value pair";
        }
        var raw = (Class<?>) type;
        if (raw == Integer.class || raw == Long.class) return "Integer";
        if (raw == BigDecimal.class) return "Number";
        if (raw == Boolean.class) return "Boolean";
        if (raw == List.class) return "Array";
        if (raw == Map.class || raw.isRecord()) return "key/value pair";
        return "String";
    }
}
