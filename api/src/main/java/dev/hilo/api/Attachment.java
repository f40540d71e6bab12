package dev.hilo.api;

import java.time.Instant;

/**
 * A file on a ticket, an entry, an article (reference §1.13).
 *
 * @param attachmentUrl fetched without a log-in, for five minutes
 */
public record Attachment(
        long id,
        String contentType,
        long size,
        String name,
        String attachmentUrl,
        Instant createdAt,
        Instant updatedAt) {}
