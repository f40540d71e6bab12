package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * How far a note or reply for many tickets is.
 *
 * @param status {@code preview}, {@code running}, {@code done}, {@code failed}, {@code undoing} or {@code undone}
 * @param kind {@code note} or {@code reply}
 * @param tickets how many the query found when it was asked
 * @param pending of these, those that nothing has been done about
 * @param skipped those that the query no longer finds, or that are gone
 * @param kept those whose note an undo has left alone
 * @param progress per cent
 * @param jobId the job that writes it or takes it back; null while it is a preview
 * @param expiresAt until when a preview can be confirmed; null afterwards
 * @param ticketIds the first ten; on the answer to its creation alone
 */
public record BulkNote(
        long id,
        String status,
        String query,
        String kind,
        String body,
        @JsonProperty("private") boolean isPrivate,
        long agentId,
        int tickets,
        int pending,
        int written,
        int skipped,
        int refused,
        int undone,
        int kept,
        int progress,
        String jobId,
        Instant expiresAt,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Long> ticketIds) {}
