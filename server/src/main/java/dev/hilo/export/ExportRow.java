package dev.hilo.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A scheduled export as it lies in the table. */
public record ExportRow(
        long accountId,
        long id,
        String name,
        String kind,
        byte[] sealedUrl,
        boolean resolvedOnly,
        Instant since,
        boolean redact,
        int everyMinutes,
        boolean active,
        String state,
        Instant dueAt,
        Instant lastStartedAt,
        Instant lastEndedAt,
        Instant lastSucceededAt,
        Boolean lastWhole,
        JsonNode lastRows,
        String lastError,
        Instant createdAt,
        Instant updatedAt) {

    Selection selection() {
        return new Selection(resolvedOnly, since, redact);
    }
}
