package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A set of privileges that agents hold.
 *
 * @param isDefault whether it came with the account
 * @param agentType 1 support agent, 3 collaborator
 */
public record Role(
        long id,
        String name,
        String description,
        @JsonProperty("default") boolean isDefault,
        Instant createdAt,
        Instant updatedAt,
        int agentType) {}
