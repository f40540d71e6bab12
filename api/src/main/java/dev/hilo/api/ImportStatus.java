package dev.hilo.api;

import java.time.Instant;

/**
 * How far an import is.
 *
 * @param status {@code in_progress}, {@code completed}, {@code cancelled} or {@code failed}
 * @param completedRecords rows that are done, those that failed included
 * @param estimatedTimeRemaining {@code hh:mm:ss}
 */
public record ImportStatus(
        long id,
        Instant createdAt,
        String status,
        int totalRecords,
        int completedRecords,
        String estimatedTimeRemaining,
        Failures failures) {

    /** @param report a CSV file of the rows that failed, each with its reason, fetched without a log-in; null before the end */
    public record Failures(int count, String report) {}
}
