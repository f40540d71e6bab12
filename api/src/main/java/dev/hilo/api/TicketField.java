package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A field of the ticket form, as {@code GET /ticket_fields} shows it.
 *
 * @param description of default fields alone
 * @param choices a list of texts, an object from label to number, or for statuses from number to the two labels
 */
public record TicketField(
        long id,
        String name,
        String label,
        @JsonInclude(JsonInclude.Include.NON_NULL) String description,
        int position,
        boolean requiredForClosure,
        boolean requiredForAgents,
        String type,
        @JsonProperty("default") boolean isDefault,
        boolean customersCanEdit,
        boolean customersCanFilter,
        String labelForCustomers,
        boolean requiredForCustomers,
        boolean displayedToCustomers,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean portalCc,
        @JsonInclude(JsonInclude.Include.NON_NULL) String portalCcTo,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode choices,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode nestedTicketFields) {}
