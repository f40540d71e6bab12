package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Something that Hilo did by itself, or left undone.
 *
 * @param eventId the event that it answers to; each is answered once
 * @param did {@code NOTHING}, {@code NOTE}, {@code COMPOSER}, {@code REPLY}, {@code HANDOVER} or {@code SUMMARY}
 * @param state {@code DONE}; {@code WAITING} until {@code due_at}; {@code STOPPED} before it was done; {@code UNDONE}
 * @param card the reasons: what was read, what was decided, how sure, by which version
 */
public record AiAction(
        long id,
        long ticketId,
        long eventId,
        String did,
        String state,
        String mode,
        Double confidence,
        Long draftId,
        Long conversationId,
        JsonNode card,
        BigDecimal cost,
        Instant dueAt,
        Instant createdAt,
        Instant updatedAt) {}
