package dev.hilo.api;

import java.time.Instant;

/** A ticket as its parent, child, tracker or related ticket tells of it. */
public record AssociatedTicket(
        long id,
        Long groupId,
        int priority,
        long requesterId,
        Long responderId,
        int source,
        Long companyId,
        int status,
        String subject,
        Long productId,
        String type,
        Instant dueBy,
        Instant frDueBy,
        boolean isEscalated,
        Instant createdAt,
        Instant updatedAt) {}
