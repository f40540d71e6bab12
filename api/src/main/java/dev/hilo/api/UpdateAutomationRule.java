package dev.hilo.api;

import java.util.List;
import java.util.Map;

/** A change of a rule; what is a list is replaced as a whole. */
public record UpdateAutomationRule(
        @Bounds(255) Patch<String> name,
        @Bounds(2000) Patch<String> description,
        Patch<Integer> position,
        Patch<Boolean> active,
        Patch<AutomationPerformer> performer,
        @Bounds(20) Patch<List<Map<String, Object>>> events,
        Patch<List<AutomationConditionSet>> conditions,
        Patch<String> operator,
        @Bounds(50) Patch<List<Map<String, Object>>> actions) {}
