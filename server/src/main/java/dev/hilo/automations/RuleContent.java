package dev.hilo.automations;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.AutomationConditionSet;
import dev.hilo.api.AutomationPerformer;
import dev.hilo.api.Json;
import java.util.List;
import java.util.Map;

/** What a rule waits for, asks and does, in the shapes of the wire; lists may be empty and are never null. */
record RuleContent(
        RuleType type,
        AutomationPerformer performer,
        List<Map<String, Object>> events,
        List<AutomationConditionSet> conditions,
        String operator,
        List<Map<String, Object>> actions) {

    private static final TypeReference<List<Map<String, Object>>> MAPS = new TypeReference<>() {};
    private static final TypeReference<List<AutomationConditionSet>> SETS = new TypeReference<>() {};

    RuleContent {
        events = events == null ? List.of() : events;
        conditions = conditions == null ? List.of() : conditions;
        actions = actions == null ? List.of() : actions;
    }

    static RuleContent of(Rule rule) {
        var performer =
                rule.performer() == null ? null : Json.MAPPER.convertValue(rule.performer(), AutomationPerformer.class);
        return new RuleContent(
                RuleType.of(rule.type()),
                performer,
                maps(rule.events()),
                Json.MAPPER.convertValue(rule.conditions(), SETS),
                rule.operator(),
                Credentials.joined(maps(rule.actions()), rule.credentials()));
    }

    static List<Map<String, Object>> maps(JsonNode node) {
        return node == null ? List.of() : Json.MAPPER.convertValue(node, MAPS);
    }
}
