package dev.hilo.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.FieldError;
import dev.hilo.api.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The endpoint refused a call: a status of 400 or more. */
public final class ApiError extends HiloError {

    private final transient Reply reply;
    private final transient JsonNode body;

    ApiError(String call, Reply reply) {
        super(call + " was refused: " + reply, null);
        this.reply = reply;
        this.body = read(reply);
    }

    public int status() {
        return reply.status();
    }

    /** What the endpoint's people find the call by. */
    public Optional<String> requestId() {
        return reply.requestId();
    }

    /** Such as {@code invalid_credentials}, {@code access_denied} and {@code require_feature}; not with field errors. */
    public Optional<String> code() {
        return Optional.ofNullable(body.path("code").textValue());
    }

    /** What is wrong with the request, field by field; empty where the refusal does not say. */
    public List<FieldError> fields() {
        return body.path("errors").valueStream().map(ApiError::field).toList();
    }

    /** The answer itself. */
    public Reply reply() {
        return reply;
    }

    private static FieldError field(JsonNode error) {
        return Json.MAPPER.convertValue(error, FieldError.class);
    }

    private static JsonNode read(Reply reply) {
        try {
            var body = Json.MAPPER.readTree(reply.bytes());
            return body == null ? Json.MAPPER.missingNode() : body;
        } catch (IOException e) {
            return Json.MAPPER.missingNode();
        }
    }
}
