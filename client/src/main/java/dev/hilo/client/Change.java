package dev.hilo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * Something that happened in an account.
 *
 * @param type such as {@code ticket.updated}
 * @param ticketId null where it was about no ticket
 * @param before of what changed, or null
 * @param after of what changed, or null
 */
public record Change(
        long id,
        Instant at,
        String type,
        String record,
        long recordId,
        Long ticketId,
        Actor actor,
        String cause,
        JsonNode before,
        JsonNode after) {

    /** @param kind {@code AGENT}, {@code CUSTOMER}, {@code RULE}, {@code AI} or {@code SYSTEM} */
    public record Actor(String kind, Long id) {}
}
