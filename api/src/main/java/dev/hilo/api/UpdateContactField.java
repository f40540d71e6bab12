package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;

/** A change of a field of contacts; see {@link UpdateField}. */
public record UpdateContactField(
        @Bounds(255) String label,
        @Bounds(255) String labelForCustomers,
        Integer position,
        Boolean editableInSignup,
        Boolean requiredForAgents,
        Boolean customersCanEdit,
        Boolean requiredForCustomers,
        Boolean displayedForCustomers,
        JsonNode choices) {

    public UpdateField field() {
        return new UpdateField(
                label,
                labelForCustomers,
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
