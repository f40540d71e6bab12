package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * An export that runs again and again, and how its last run went.
 *
 * @param target the file or folder below Hilo's own, or host and database
 * @param state {@code WAITING} or {@code RUNNING}
 * @param dueAt when it runs next
 * @param lastWhole whether the last run that succeeded wrote everything anew
 * @param lastRows rows that it wrote, by table
 * @param lastError why the last run failed; null where it succeeded
 */
public record DataExport(
        long id,
        String name,
        String kind,
        String target,
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
        Instant updatedAt) {}
