package dev.hilo.mail;

import java.time.Instant;

/**
 * A mail that was sent or received.
 *
 * @param messageId without brackets
 * @param conversationId the entry that the mail is; null where it is the ticket's description, or tells of something
 */
public record MailMessage(
        String messageId, long ticketId, Long conversationId, Direction direction, Instant createdAt) {}
