package dev.hilo.api;

import java.util.List;
import java.util.Map;

/** A rule to be tried on what has happened; what a rule has besides is taken and passed over. */
public record TryAutomationRule(
        @Required @Among({"1", "3", "4"}) Integer automationTypeId,
        @Bounds(255) String name,
        @Bounds(2000) String description,
        Integer position,
        Boolean active,
        AutomationPerformer performer,
        @Bounds(20) List<Map<String, Object>> events,
        List<AutomationConditionSet> conditions,
        String operator,
        @Required @Bounds(50) List<Map<String, Object>> actions) {}
