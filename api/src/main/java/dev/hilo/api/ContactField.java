package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A field of contacts (recorded 2026-08); the last four keys are those of default fields only.
 *
 * @param choices of time zone and language value to label, of other default fields a list of texts, of a drop-down a list
 *     of objects
 */
public record ContactField(
        boolean editableInSignup,
        long id,
        String name,
        String label,
        int position,
        boolean requiredForAgents,
        String type,
        @JsonProperty("default") boolean isDefault,
        boolean customersCanEdit,
        String labelForCustomers,
        boolean requiredForCustomers,
        boolean displayedForCustomers,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode choices,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean agentsCanEdit,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean displayedForAgents,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean quickAddForAgent,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean unique) {}
