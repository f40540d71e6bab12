package dev.hilo.client;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.api.Json;
import java.io.UncheckedIOException;

/**
 * What an endpoint sent of one thing, whole: its record, and every field beside, known or not, as it came. Written as
 * JSON it is what was read.
 */
public final class Document<T> {

    private final ObjectNode json;
    private final Class<T> type;

    private Document(ObjectNode json, Class<T> type) {
        this.json = json;
        this.type = type;
    }

    public static <T> Document<T> of(JsonNode json, Class<T> type) {
        if (json instanceof ObjectNode object) return new Document<>(object, type);
        throw new IllegalArgumentException("Not a " + type.getSimpleName() + ": " + json);
    }

    /**
     * Its record.
     *
     * @throws UncheckedIOException where a field is not of the type that it should have; {@link #json()} still has it
     */
    public T record() {
        try {
            return Json.MAPPER.treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    @JsonValue
    public ObjectNode json() {
        return json;
    }

    public long id() {
        return json.path("id").asLong();
    }

    /** A field as text; null where it is absent or null. */
    public String text(String field) {
        var value = json.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    /** The same with one field changed, whatever else it has. */
    public Document<T> with(String field, Object value) {
        var changed = json.deepCopy();
        changed.set(field, Json.MAPPER.valueToTree(value));
        return new Document<>(changed, type);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Document<?> document && json.equals(document.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
