package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A field of companies (recorded 2026-08), otherwise like {@link ContactField}. */
public record CompanyField(
        long id,
        String name,
        String label,
        int position,
        boolean requiredForAgents,
        String type,
        @JsonProperty("default") boolean isDefault,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode choices,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean agentsCanEdit,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean displayedForAgents,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean quickAddForAgent,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean unique) {}
