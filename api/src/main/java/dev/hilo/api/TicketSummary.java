package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * What agents have written down of a ticket.
 *
 * @param userId who wrote it first
 */
public record TicketSummary(
        String body,
        String bodyText,
        long id,
        long userId,
        long ticketId,
        Instant createdAt,
        Instant updatedAt,
        List<Attachment> attachments,
        Instant lastEditedAt,
        Long lastEditedUserId,
        List<JsonNode> cloudFiles) {}
