package dev.hilo.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hilo.api.Json;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Supplier;

/** A request's body, as often as it is sent. */
record Content(String type, Supplier<BodyPublisher> publisher) {

    static final Content NONE = new Content(null, BodyPublishers::noBody);

    /** What a record does not say is left out; a null in a map, or in a patch, is sent. */
    private static final ObjectMapper WRITER = Json.MAPPER
            .copy()
            .setDefaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));

    /** @param body a form, a record of {@code dev.hilo.api}, a map, a document, or JSON text; null for none */
    static Content of(Object body) {
        return switch (body) {
            case null -> NONE;
            case Form form -> new Content(form.contentType(), form::publisher);
            case String text -> json(text);
            default -> json(text(body));
        };
    }

    /** Whether it is a form, which adds its files each time it arrives. */
    boolean isForm() {
        return type != null && type.startsWith("multipart/");
    }

    private static Content json(String text) {
        return new Content("application/json", () -> BodyPublishers.ofString(text));
    }

    private static String text(Object body) {
        try {
            return WRITER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
