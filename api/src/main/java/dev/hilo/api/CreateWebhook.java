package dev.hilo.api;

import java.util.List;
import java.util.Map;

/**
 * A new subscription to events.
 *
 * @param types of events, such as {@code ticket.created} or {@code ticket.*}; all when absent
 * @param conditions fields of the record after the change, and the values that each may have
 * @param headers sent along; their values are not shown again
 * @param template of the body, with {@code {{event.…}}} placeholders; the whole event when absent
 */
public record CreateWebhook(
        @Required @Bounds(255) String name,
        @Required @Bounds(2000) String url,
        List<String> types,
        Map<String, Object> conditions,
        Map<String, Object> headers,
        @Bounds(64_000) String template,
        @Bounds(100) String contentType,
        Boolean active) {}
