package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;

/** A new custom field of contacts; see {@link CreateField}. */
public record CreateContactField(
        @Required @Bounds(255) String label,
        @Required @Bounds(255) String labelForCustomers,
        @Required String type,
        Integer position,
        Boolean editableInSignup,
        Boolean requiredForAgents,
        Boolean customersCanEdit,
        Boolean requiredForCustomers,
        Boolean displayedForCustomers,
        JsonNode choices) {

    public CreateField field() {
        return new CreateField(
                label,
                labelForCustomers,
                type,
                position,
                customersCanEdit,
                null,
                null,
                requiredForAgents,
                requiredForCustomers,
                null,
                displayedForCustomers,
                editableInSignup,
                choices,
                null,
                null);
    }
}
