package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A field of the ticket form, as an administrator sees it. */
public record AdminTicketField(
        long id,
        String name,
        String label,
        String labelForCustomers,
        int position,
        String type,
        @JsonProperty("default") boolean isDefault,
        boolean customersCanEdit,
        boolean customersCanFilter,
        boolean requiredForClosure,
        boolean requiredForAgents,
        boolean requiredForCustomers,
        boolean displayedToCustomers,
        Instant createdAt,
        Instant updatedAt,
        boolean archived,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode choices,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode dependentFields,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean hasSection,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode sections) {}
