package dev.hilo.api;

import java.util.List;
import java.util.Map;

/**
 * Conditions of a rule that go together.
 *
 * @param name {@code condition_set_1} or {@code condition_set_2}
 * @param matchType whether all must hold or any
 * @param properties {@code {"resource_type", "field_name", "operator", "value", …}}
 */
public record AutomationConditionSet(
        @Required @Among({"condition_set_1", "condition_set_2"})
        String name,

        @Required @Among({"all", "any"}) String matchType,
        @Required @Bounds(50) List<Map<String, Object>> properties) {}
