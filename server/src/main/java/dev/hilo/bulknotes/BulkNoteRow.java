package dev.hilo.bulknotes;

import dev.hilo.api.BulkNote;
import dev.hilo.api.CreateNote;
import dev.hilo.api.CreateReply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * A bulk note as it lies in the table.
 *
 * @param jobFailed whether the latest job has given up
 */
public record BulkNoteRow(
        long id,
        long agentId,
        String query,
        String kind,
        String body,
        @ColumnName("private") boolean isPrivate,
        String status,
        int tickets,
        UUID jobId,
        boolean jobFailed,
        Instant createdAt,
        Instant updatedAt) {

    /** How many tickets stand where. */
    public record Counts(int pending, int written, int skipped, int refused, int undone, int kept) {}

    /** For how long a preview can be confirmed. */
    static final Duration LIFETIME = Duration.ofHours(1);

    boolean isPreview() {
        return status.equals("preview");
    }

    boolean isNote() {
        return kind.equals("note");
    }

    Instant expiresAt() {
        return createdAt.plus(LIFETIME);
    }

    /** @param body with its placeholders filled in */
    CreateNote note(String body) {
        return new CreateNote(body, null, isPrivate, null, null, null, null);
    }

    /** @param body with its placeholders filled in */
    CreateReply reply(String body) {
        return new CreateReply(body, null, null, null, null, null, null);
    }

    /** @param ticketIds null but on a preview just made */
    BulkNote view(Counts counts, List<Long> ticketIds) {
        boolean isBeingUndone = status.equals("undoing") || status.equals("undone");
        int open = isBeingUndone ? counts.written : counts.pending;
        return new BulkNote(
                id,
                jobFailed ? "failed" : status,
                query,
                kind,
                body,
                isPrivate,
                agentId,
                tickets,
                counts.pending,
                counts.written,
                counts.skipped,
                counts.refused,
                counts.undone,
                counts.kept,
                progress(open),
                jobId == null ? null : jobId.toString(),
                isPreview() ? expiresAt() : null,
                createdAt,
                updatedAt,
                ticketIds);
    }

    private int progress(int open) {
        if (isPreview()) return 0;
        return tickets == 0 ? 100 : 100 * (tickets - open) / tickets;
    }
}
