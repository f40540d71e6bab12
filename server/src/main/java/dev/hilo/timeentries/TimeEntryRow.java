package dev.hilo.timeentries;

import dev.hilo.api.TimeEntry;
import java.time.Instant;

/**
 * A time entry as it is stored.
 *
 * @param companyId of its ticket
 * @param timeSpent in seconds, without what a running timer has counted since it was started
 */
public record TimeEntryRow(
        long id,
        long ticketId,
        Long companyId,
        long agentId,
        boolean billable,
        String note,
        Instant startTime,
        long timeSpent,
        boolean timerRunning,
        Instant executedAt,
        Instant createdAt,
        Instant updatedAt) {

    TimeEntry view() {
        return new TimeEntry(
                id,
                agentId,
                billable,
                note,
                startTime,
                ticketId,
                companyId,
                SpentTime.format(timeSpent),
                timeSpent,
                timerRunning,
                executedAt,
                createdAt,
                updatedAt);
    }
}
