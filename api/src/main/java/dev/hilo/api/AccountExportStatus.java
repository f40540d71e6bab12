package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * How far an account export is.
 *
 * @param name {@code ACCOUNT::EXPORT}
 * @param progress per cent
 * @param downloadUrl a signed address, once the file is there
 */
public record AccountExportStatus(
        String id,
        String name,
        String status,
        Instant createdAt,
        Instant updatedAt,
        Instant statusUpdatedAt,
        int progress,
        @JsonInclude(JsonInclude.Include.NON_NULL) String downloadUrl) {}
