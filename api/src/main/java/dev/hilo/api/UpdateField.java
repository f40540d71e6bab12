package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;

/** A change of a field; what is absent stays. Choices with an id are changed, those without one are added. */
public record UpdateField(
        @Bounds(255) String label,
        @Bounds(255) String labelForCustomers,
        Integer position,
        Boolean customersCanEdit,
        Boolean customersCanFilter,
        Boolean requiredForClosure,
        Boolean requiredForAgents,
        Boolean requiredForCustomers,
        Boolean displayedToCustomers,
        Boolean displayedForCustomers,
        Boolean editableInSignup,
        JsonNode choices,
        JsonNode dependentFields,
        JsonNode sectionMappings) {}
