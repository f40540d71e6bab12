package dev.hilo.api;

import java.time.Instant;

/** When what happened to a ticket; null for what has not. */
public record TicketStats(
        Instant agentRespondedAt,
        Instant requesterRespondedAt,
        Instant firstRespondedAt,
        Instant statusUpdatedAt,
        Instant reopenedAt,
        Instant resolvedAt,
        Instant closedAt,
        Instant pendingSince) {}
