package dev.hilo.mail.out;

import dev.hilo.api.OutboxMail;
import java.time.Instant;
import java.util.List;

/** A mail of the outbox as it lies in the table; public for the mapper. */
public record MailRow(
        long id,
        long ticketId,
        Long conversationId,
        MailKind kind,
        MailState state,
        String fromEmail,
        List<String> toEmails,
        List<String> ccEmails,
        String messageId,
        int attempts,
        boolean doubtful,
        Instant dueAt,
        String lastError,
        Instant sentAt,
        Instant createdAt,
        Instant updatedAt) {

    OutboxMail wire(List<RecipientRow> recipients) {
        boolean isDue = state == MailState.QUEUED || state == MailState.FAILED;
        return new OutboxMail(
                id,
                ticketId,
                conversationId,
                kind.name(),
                state.name(),
                fromEmail,
                toEmails,
                ccEmails,
                messageId,
                attempts,
                doubtful,
                isDue ? dueAt : null,
                lastError,
                recipients.stream().map(RecipientRow::wire).toList(),
                sentAt,
                createdAt,
                updatedAt);
    }
}
