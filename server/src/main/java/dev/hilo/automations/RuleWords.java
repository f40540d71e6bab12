package dev.hilo.automations;

import dev.hilo.api.AutomationRule;
import dev.hilo.html.Html;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rule in words. */
final class RuleWords {

    private RuleWords() {}

    static AutomationRule.Summary of(RuleContent rule) {
        var conditions = new LinkedHashMap<String, List<String>>();
        for (var set : rule.conditions()) {
            conditions.put(
                    set.name(),
                    set.properties().stream().map(RuleWords::condition).toList());
        }
        return new AutomationRule.Summary(
                rule.performer() == null ? null : performer(rule.performer().type()),
                rule.type() == RuleType.UPDATE
                        ? rule.events().stream().map(RuleWords::event).toList()
                        : null,
                conditions,
                rule.actions().stream().map(RuleWords::action).toList());
    }

    private static String performer(int type) {
        return switch (type) {
            case Performer.AGENT -> "<b>Agent</b>";
            case Performer.REQUESTER -> "<b>Requester</b>";
            case Performer.AGENT_OR_REQUESTER -> "<b>Agent or requester</b>";
            default -> "<b>System</b>";
        };
    }

    private static String event(Map<String, Object> event) {
        String name = bold(event.get("field_name"));
        if (event.containsKey("from") || event.containsKey("to")) {
            return name + " is changed from " + end(event.get("from")) + " to " + end(event.get("to"));
        }
        return event.get("value") == null ? name : name + " " + end(event.get("value"));
    }

    private static String end(Object value) {
        if (value == null || value.equals("")) return "<b>none</b>";
        return value.equals(ValueCheck.ANY) ? "<b>any</b>" : bold(value);
    }

    private static String condition(Map<String, Object> property) {
        String words = String.valueOf(property.get("operator")).replace('_', ' ');
        String name = property.get("resource_type") + " " + bold(property.get("field_name")) + " " + Html.escape(words);
        return property.containsKey("value") ? name + " " + bold(property.get("value")) : name;
    }

    private static String action(Map<String, Object> action) {
        String name = bold(action.get("field_name"));
        if (action.get("url") != null) return name + " " + Html.escape(String.valueOf(action.get("url")));
        return action.containsKey("value") ? name + " " + bold(action.get("value")) : name;
    }

    private static String bold(Object value) {
        String text = value instanceof List<?> list
                ? String.join(", ", list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
        return "<b>" + Html.escape(text) + "</b>";
    }
}
