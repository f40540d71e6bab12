package dev.hilo.api;

import java.time.Instant;

/**
 * Time that an agent has spent on a ticket (reference §3.15).
 *
 * @param startTime when the timer was started last
 * @param timeSpent hours and minutes, {@code 01:30}; of a running timer, what had been spent when it was started
 * @param executedAt when the work was done
 */
public record TimeEntry(
        long id,
        long agentId,
        boolean billable,
        String note,
        Instant startTime,
        long ticketId,
        Long companyId,
        String timeSpent,
        long timeSpentInSeconds,
        boolean timerRunning,
        Instant executedAt,
        Instant createdAt,
        Instant updatedAt) {}
