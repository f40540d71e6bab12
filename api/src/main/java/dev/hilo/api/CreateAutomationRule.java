package dev.hilo.api;

import java.util.List;
import java.util.Map;

/** A new rule. @param position the end of the list by default */
public record CreateAutomationRule(
        @Required @Bounds(255) String name,
        @Bounds(2000) String description,
        Integer position,
        Boolean active,
        AutomationPerformer performer,
        @Bounds(20) List<Map<String, Object>> events,
        List<AutomationConditionSet> conditions,
        String operator,
        @Required @Bounds(50) List<Map<String, Object>> actions) {}
