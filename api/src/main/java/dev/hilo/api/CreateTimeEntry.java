package dev.hilo.api;

import java.time.Instant;

/**
 * Time spent on a ticket. Without {@code timeSpent}, or with {@code startTime}, a timer starts unless
 * {@code timerRunning} says otherwise.
 *
 * @param agentId who has spent it; the caller by default
 * @param billable true by default
 * @param timeSpent hours and minutes, {@code 01:30}
 */
public record CreateTimeEntry(
        Long agentId,
        Boolean billable,
        Instant executedAt,
        @Bounds(65_535) String note,
        Instant startTime,
        String timeSpent,
        Boolean timerRunning) {}
