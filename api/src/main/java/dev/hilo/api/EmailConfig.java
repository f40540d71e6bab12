package dev.hilo.api;

import java.time.Instant;

/**
 * A support address in its older shape.
 *
 * @param toEmail where mail to it is forwarded
 * @param replyEmail the address itself
 * @param primaryRole whether replies for its product go out from it
 */
public record EmailConfig(
        long id,
        String name,
        Long productId,
        String toEmail,
        String replyEmail,
        Long groupId,
        boolean primaryRole,
        boolean active,
        Instant createdAt,
        Instant updatedAt) {}
