package dev.hilo.api;

import java.time.Instant;

public record Attachment(
        long id,
        String contentType,
        long size,
        String name,
        String attachmentUrl,
        Instant createdAt,
        Instant updatedAt) {}
