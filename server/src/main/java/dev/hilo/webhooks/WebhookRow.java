package dev.hilo.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.events.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A subscription as it lies in the table. */
public record WebhookRow(
        long accountId,
        long id,
        String name,
        String url,
        List<String> types,
        Map<String, Object> conditions,
        List<String> headerNames,
        byte[] sealedHeaders,
        String template,
        String contentType,
        byte[] sealedSecret,
        byte[] sealedOldSecret,
        Instant oldSecretUntil,
        boolean active,
        long startsAfter,
        long waiting,
        Instant createdAt,
        Instant updatedAt) {

    static final String COLUMNS = """
            w.account_id, w.id, w.name, w.url, w.types, w.conditions, w.header_names, w.sealed_headers, w.template,
            w.content_type, w.sealed_secret, w.sealed_old_secret, w.old_secret_until, w.active, w.starts_after, w.created_at, w.updated_at,
            (select count(*) from webhook_deliveries d
             where d.account_id = w.account_id and d.webhook_id = w.id and d.state in ('WAITING', 'SENDING')) as waiting
            """;

    boolean wants(Event event) {
        return wantsType(event) && conditions.entrySet().stream().allMatch(c -> holds(event, c.getKey(), c.getValue()));
    }

    private boolean wantsType(Event event) {
        return types.isEmpty() || types.contains(event.type()) || types.contains(event.record() + ".*");
    }

    private static boolean holds(Event event, String field, Object allowed) {
        JsonNode value = event.after() == null ? null : event.after().get(field);
        if (value == null) return false;
        var values = allowed instanceof List<?> list ? list : List.of(allowed);
        return values.stream().anyMatch(v -> v.toString().equals(value.asText()));
    }
}
