package dev.hilo.api;

import java.time.Instant;

/**
 * What has become of a bulk note on one ticket.
 *
 * @param outcome {@code pending}, {@code written}, {@code skipped}, {@code refused}, {@code undone} or {@code kept}
 * @param reason why it was skipped, refused or kept
 * @param conversationId the entry that was written
 */
public record BulkNoteTicket(long ticketId, String outcome, String reason, Long conversationId, Instant at) {}
