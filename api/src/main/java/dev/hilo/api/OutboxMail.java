package dev.hilo.api;

import java.time.Instant;
import java.util.List;

/**
 * A mail of the outbox.
 *
 * @param conversationId the entry that it is or tells of, or null
 * @param kind {@code REPLY}, {@code FORWARD}, {@code REPLY_TO_FORWARD}, {@code NOTE}, {@code OUTBOUND} or
 *     {@code NOTIFICATION}
 * @param state {@code WAITING_FOR_SERVER}, {@code QUEUED}, {@code SENDING}, {@code SENT}, {@code FAILED},
 *     {@code PARKED} or {@code CANCELLED}
 * @param messageId its Message-ID without brackets; every attempt has the same
 * @param doubtful whether an attempt ended without anybody knowing how, so that the mail may have arrived twice
 * @param nextAttemptAt null when none is planned
 */
public record OutboxMail(
        long id,
        long ticketId,
        Long conversationId,
        String kind,
        String state,
        String fromEmail,
        List<String> toEmails,
        List<String> ccEmails,
        String messageId,
        int attempts,
        boolean doubtful,
        Instant nextAttemptAt,
        String lastError,
        List<Recipient> recipients,
        Instant sentAt,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * @param kind {@code TO}, {@code CC} or {@code BCC}
     * @param state {@code PENDING}, {@code ACCEPTED} or {@code REFUSED}
     * @param code of the server's last answer, or null
     */
    public record Recipient(String email, String kind, String state, Integer code, String answer) {}
}
