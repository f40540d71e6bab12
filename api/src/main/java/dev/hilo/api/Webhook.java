package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A subscription to events.
 *
 * @param headers the names of those sent along
 * @param secret what signs the deliveries; shown when it is made and never again
 * @param waiting deliveries that are still to come
 */
public record Webhook(
        long id,
        String name,
        String url,
        List<String> types,
        Map<String, Object> conditions,
        List<String> headers,
        String template,
        String contentType,
        boolean active,
        @JsonInclude(JsonInclude.Include.NON_NULL) String secret,
        Instant oldSecretUntil,
        long waiting,
        Instant createdAt,
        Instant updatedAt) {}
