package dev.hilo.automations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.AutomationPerformer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a rule of updates waits for: one of some happenings, of somebody's doing. */
record Trigger(AutomationPerformer performer, List<Map<String, Object>> events) {

    /** Which of the happenings it was, in words; empty for none. */
    Optional<String> why(Happening happening) {
        if (!isBy(happening)) return Optional.empty();
        return events.stream()
                .filter(event -> fits(event, happening))
                .findFirst()
                .map(event -> words(event, happening));
    }

    private boolean isBy(Happening happening) {
        int who = happening.performer();
        return switch (performer.type()) {
            case Performer.AGENT ->
                who == Performer.AGENT
                        && (performer.members() == null
                                || performer.members().isEmpty()
                                || performer.members().contains(happening.performerId()));
            case Performer.AGENT_OR_REQUESTER -> who == Performer.AGENT || who == Performer.REQUESTER;
            default -> who == performer.type();
        };
    }

    private static String field(Map<String, Object> event) {
        String asked = event.get("field_name").toString();
        return asked.equals("due_by") ? asked : Vocabulary.canonical(Subject.TICKET, asked);
    }

    private static boolean fits(Map<String, Object> event, Happening happening) {
        String field = field(event);
        if (field.equals("tag_names")) return happening.changed(field);
        if (EventCheck.DEEDS.containsKey(field)) {
            return field.equals(happening.deed()) && isAnyOr(event.get("value"), happening.value());
        }
        if (!happening.changed(field)) return false;
        var change = happening.changes().get(field);
        return end(event, "from", change.from())
                && end(event, "to", change.to())
                && value(event, change.to())
                && levels(event, "from_nested_field", happening, true)
                && levels(event, "to_nested_field", happening, false);
    }

    private static boolean isAnyOr(Object asked, String value) {
        return asked == null || asked.equals("") || asked.equals(ValueCheck.ANY) || asked.equals(value);
    }

    /** An end that is not named may be any; one that is named null or empty is none. */
    private static boolean end(Map<String, Object> event, String end, JsonNode actual) {
        return !event.containsKey(end) || isValue(event.get(end), actual);
    }

    private static boolean value(Map<String, Object> event, JsonNode to) {
        var asked = event.get("value");
        if (asked == null) return true;
        return switch (asked.toString()) {
            case "selected", "true" -> to.asBoolean() || to.asText().equals(asked.toString());
            case "not_selected", "false" -> !to.asBoolean();
            default -> isValue(asked, to);
        };
    }

    private static boolean isValue(Object asked, JsonNode actual) {
        if (ValueCheck.ANY.equals(asked)) return true;
        if (asked == null || asked.equals("")) return actual.isMissingNode();
        return !actual.isMissingNode() && actual.asText().equals(asked.toString());
    }

    private static boolean levels(Map<String, Object> event, String key, Happening happening, boolean isFrom) {
        var levels = Sent.object(event.get(key));
        if (levels == null) return true;
        return levels.values().stream().map(Sent::object).allMatch(level -> {
            var change = happening.changes().get(level.get("field_name").toString());
            return change != null && isValue(level.get("value"), isFrom ? change.from() : change.to());
        });
    }

    private static String words(Map<String, Object> event, Happening happening) {
        String field = field(event);
        var change = happening.changes().get(field);
        if (change == null) return happening.value() == null ? field : field + " " + happening.value();
        return field + " from " + words(change.from()) + " to " + words(change.to());
    }

    private static String words(JsonNode value) {
        if (value.isMissingNode()) return "none";
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
