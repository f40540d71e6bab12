package dev.hilo.timeentries;

import java.time.Instant;

/** What can be set on a time entry. @param timeSpent in seconds */
public record TimeEntryFields(
        long agentId,
        boolean billable,
        String note,
        Instant startTime,
        long timeSpent,
        boolean timerRunning,
        Instant executedAt) {}
