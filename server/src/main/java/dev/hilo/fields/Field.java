package dev.hilo.fields;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import java.time.Instant;
import java.util.List;

/** A field of a ticket, contact or company. */
public record Field(
        long id,
        String resource,
        String name,
        String label,
        String labelForCustomers,
        String description,
        String type,
        boolean isDefault,
        int position,
        boolean requiredForClosure,
        boolean requiredForAgents,
        boolean requiredForCustomers,
        boolean customersCanEdit,
        boolean customersCanFilter,
        boolean displayedToCustomers,
        boolean editableInSignup,
        JsonNode choices,
        JsonNode dependentFields,
        Instant createdAt,
        Instant updatedAt) {

    private static final TypeReference<List<Choice>> CHOICES = new TypeReference<>() {};
    private static final TypeReference<List<DependentField>> DEPENDENTS = new TypeReference<>() {};

    public List<Choice> offered() {
        return Json.MAPPER.convertValue(choices, CHOICES);
    }

    public List<String> offeredTexts() {
        return offered().stream().map(Choice::text).toList();
    }

    public List<DependentField> dependents() {
        return Json.MAPPER.convertValue(dependentFields, DEPENDENTS);
    }
}
