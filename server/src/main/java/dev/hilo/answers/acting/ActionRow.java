package dev.hilo.answers.acting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.AiAction;
import java.math.BigDecimal;
import java.time.Instant;

/** Something that was done, or left undone. */
public record ActionRow(
        long accountId,
        long id,
        long ticketId,
        long eventId,
        String did,
        String state,
        String mode,
        Double confidence,
        Long draftId,
        Long conversationId,
        JsonNode before,
        JsonNode card,
        BigDecimal cost,
        Instant dueAt,
        Instant createdAt,
        Instant updatedAt) {

    static final String COLUMNS = """
            a.account_id, a.id, a.ticket_id, a.event_id, a.did, a.state, a.mode, a.confidence, a.draft_id,
            a.conversation_id, a.before, a.card, a.cost, a.due_at, a.created_at, a.updated_at
            """;

    /** Whether there is anything to take back or to stop. */
    boolean canUndo() {
        if (state.equals("WAITING")) return true;
        return state.equals("DONE") && !did.equals("NOTHING") && !did.equals("REPLY");
    }

    AiAction view() {
        return new AiAction(
                id,
                ticketId,
                eventId,
                did,
                state,
                mode,
                confidence,
                draftId,
                conversationId,
                card,
                cost,
                dueAt,
                createdAt,
                updatedAt);
    }
}
