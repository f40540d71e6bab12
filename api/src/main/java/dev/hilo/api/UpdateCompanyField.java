package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;

/** A change of a field of companies; see {@link UpdateField}. */
public record UpdateCompanyField(
        @Bounds(255) String label, Integer position, Boolean requiredForAgents, JsonNode choices) {

    public UpdateField field() {
        return new UpdateField(
                label,
                null,
                position,
                null,
                null,
                null,
                requiredForAgents,
                null,
                null,
                null,
                null,
                choices,
                null,
                null);
    }
}
