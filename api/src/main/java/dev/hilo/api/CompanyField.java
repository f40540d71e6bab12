package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A field of companies. */
public record CompanyField(
        long id,
        String name,
        String label,
        String type,
        @JsonProperty("default") boolean isDefault,
        boolean requiredForAgents,
        boolean agentsCanEdit,
        boolean displayedForAgents,
        boolean quickAddForAgent,
        boolean unique,
        int position,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode choices,
        Instant createdAt,
        Instant updatedAt) {}
