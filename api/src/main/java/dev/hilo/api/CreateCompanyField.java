package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;

/** A new custom field of companies; see {@link CreateField}. */
public record CreateCompanyField(
        @Required @Bounds(255) String label,
        @Required String type,
        Integer position,
        Boolean requiredForAgents,
        JsonNode choices) {

    public CreateField field() {
        return new CreateField(
                label,
                null,
                type,
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
