package dev.hilo.api;

import java.time.Instant;

/**
 * A mail that became neither a ticket nor an entry.
 *
 * @param reason {@code unreadable}, {@code no_sender}, {@code blocked_sender}, {@code loop}, {@code too_many},
 *     {@code unknown_bounce}, {@code spam_ticket}, {@code not_allowed} or {@code failed}
 * @param size in bytes
 * @param attempts how often it has been tried
 */
public record QuarantinedMail(
        long id,
        Long mailboxId,
        String reason,
        String detail,
        String fromEmail,
        String subject,
        long size,
        int attempts,
        Instant createdAt,
        Instant updatedAt) {}
