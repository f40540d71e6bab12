package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A field of contacts. */
public record PersonField(
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
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode choices) {}
