package dev.hilo.automations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.AutomationConditionSet;
import dev.hilo.api.Json;
import java.util.List;

/** What can be set of a rule, as it lies in the table. */
public record RuleFields(
        String name,
        String description,
        boolean active,
        String operator,
        JsonNode performer,
        JsonNode events,
        JsonNode conditions,
        JsonNode actions,
        JsonNode credentials) {

    private static final List<AutomationConditionSet> NONE =
            List.of(new AutomationConditionSet("condition_set_1", "all", List.of()));

    /** A rule without conditions has one empty set of them, as recorded. */
    static RuleFields of(String name, String description, boolean active, RuleContent content) {
        boolean isUpdate = content.type() == RuleType.UPDATE;
        return new RuleFields(
                name,
                description,
                active,
                content.conditions().size() < 2 ? null : content.operator(),
                isUpdate ? Json.MAPPER.valueToTree(content.performer()) : null,
                isUpdate ? Json.MAPPER.valueToTree(content.events()) : null,
                Json.MAPPER.valueToTree(content.conditions().isEmpty() ? NONE : content.conditions()),
                Credentials.open(content.actions()),
                Credentials.of(content.actions()));
    }
}
