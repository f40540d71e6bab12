package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A new custom field of a ticket, contact or company.
 *
 * @param type {@code custom_text, custom_paragraph, custom_checkbox, custom_number, custom_decimal, custom_dropdown,
 *     custom_date, custom_url, custom_phone_number, nested_field}
 * @param choices of a drop-down: {@code [{"value", "label", "position", "choices"}]}, or texts
 * @param dependentFields of a nested field: {@code [{"label", "label_for_customers", "level"}]}
 */
public record CreateField(
        @Required @Bounds(255) String label,
        @Bounds(255) String labelForCustomers,
        @Required String type,
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
