package dev.hilo.automations;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A rule as it lies in the table. */
public record Rule(
        long id,
        int type,
        String name,
        String description,
        int position,
        boolean active,
        String operator,
        JsonNode performer,
        JsonNode events,
        JsonNode conditions,
        JsonNode actions,
        JsonNode credentials,
        Long lastUpdatedBy,
        Instant createdAt,
        Instant updatedAt) {}
