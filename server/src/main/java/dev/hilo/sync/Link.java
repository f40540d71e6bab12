package dev.hilo.sync;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * An account's tie to the one that it mirrors.
 *
 * @param address such as {@code https://acme.freshdesk.com}
 * @param agentId the agent whose key it is
 * @param share percent of the other account's limit that the mirror takes
 * @param creditsPerMinute of the other account; null until it has said so
 */
public record Link(
        @JsonIgnore long accountId,
        String address,
        @JsonIgnore byte[] sealedKey,
        long agentId,
        boolean active,
        int share,
        Integer creditsPerMinute,
        boolean withArchived,
        boolean withFiles,
        Instant pushedAt,
        Instant lastRunAt,
        String lastError,
        Instant createdAt) {}
