package dev.hilo.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * Background work that a call of the API started.
 *
 * @param id the request id of that call
 * @param agentId who made the call
 * @param result what has been saved so far; the result once it is completed
 * @param progress per cent
 * @param attempts how often it has been begun
 */
public record Job(
        long accountId,
        UUID id,
        String kind,
        String status,
        long agentId,
        JsonNode request,
        JsonNode result,
        int progress,
        int attempts,
        Instant createdAt,
        Instant updatedAt,
        Instant statusUpdatedAt) {

    static final String IN_PROGRESS = "IN PROGRESS";
    static final String COMPLETED = "COMPLETED";
    static final String FAILED = "FAILED";

    public boolean isCompleted() {
        return status.equals(COMPLETED);
    }

    boolean isFinished() {
        return !status.equals(IN_PROGRESS);
    }
}
