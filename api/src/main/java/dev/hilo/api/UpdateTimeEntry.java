package dev.hilo.api;

import java.time.Instant;

/** A change of a time entry. */
public record UpdateTimeEntry(
        Patch<Long> agentId,
        Patch<Boolean> billable,
        Patch<Instant> executedAt,
        @Bounds(65_535) Patch<String> note,
        Patch<Instant> startTime,
        Patch<String> timeSpent,
        Patch<Boolean> timerRunning) {}
