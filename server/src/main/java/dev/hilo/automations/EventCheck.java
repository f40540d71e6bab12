package dev.hilo.automations;

import dev.hilo.api.AutomationPerformer;
import dev.hilo.api.FieldError;
import dev.hilo.errors.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether what a rule of updates waits for can happen. */
final class EventCheck {

    /** What is said or done rather than set, with the values that tell it apart; none where there is nothing to tell. */
    static final Map<String, List<String>> DEEDS = Map.of(
            "reply_sent", List.of(),
            "note_type", List.of("public", "private", ValueCheck.ANY),
            "customer_feedback", List.of(),
            "time_sheet_action", List.of("added", "updated", ValueCheck.ANY),
            "ticket_action", List.of("update", "delete", "marked_spam", ValueCheck.ANY),
            "tag_names", List.of());

    private static final Set<String> KEYS =
            Set.of("field_name", "from", "to", "value", "from_nested_field", "to_nested_field");
    private static final Set<String> SET = Set.of(
            "status",
            "priority",
            "source",
            "ticket_type",
            "responder_id",
            "group_id",
            "product_id",
            "internal_agent_id",
            "internal_group_id",
            "company_id",
            "due_by",
            "subject",
            "description");

    private final Vocabulary vocabulary;
    private final ValueCheck values;
    private final References references;
    private final Problems problems;

    EventCheck(Vocabulary vocabulary, ValueCheck values, References references, Problems problems) {
        this.vocabulary = vocabulary;
        this.values = values;
        this.references = references;
        this.problems = problems;
    }

    void check(RuleContent rule) {
        if (rule.type() != RuleType.UPDATE) {
            problems.addIf(rule.performer() != null, FieldError.unexpected("performer"));
            problems.addIf(!rule.events().isEmpty(), FieldError.unexpected("events"));
            return;
        }
        if (rule.performer() == null) problems.add(FieldError.missing("performer", "key/value pair"));
        else members(rule.performer());
        problems.addIf(rule.events().isEmpty(), FieldError.missing("events", "Array"));
        int i = 0;
        for (var event : rule.events()) check(new Sent("events[" + i++ + "]", event, problems));
    }

    private void members(AutomationPerformer performer) {
        if (performer.members() == null || performer.members().isEmpty()) return;
        problems.addIf(
                performer.type() != Performer.AGENT,
                FieldError.invalid("performer.members", "Agents alone can be named"));
        problems.addIf(
                !performer.members().stream().allMatch(id -> references.has("agent", id)),
                FieldError.unknown("performer.members", "agent"));
    }

    private void check(Sent sent) {
        sent.onlyKeys(KEYS);
        String asked = sent.text("field_name", 255);
        if (asked == null) return;
        String field = Vocabulary.canonical(Subject.TICKET, asked);
        if (asked.equals("due_by")) field = "due_by";
        if (DEEDS.containsKey(field)) {
            deed(sent, DEEDS.get(field));
        } else if (SET.contains(field) || vocabulary.isCustom(Subject.TICKET, field)) {
            change(sent, field);
        } else {
            var names = new ArrayList<>(DEEDS.keySet());
            names.addAll(SET);
            sent.problems()
                    .add(FieldError.notAmong(
                            sent.name("field_name"), names.stream().sorted().toArray(String[]::new)));
        }
    }

    private static void deed(Sent sent, List<String> allowed) {
        var value = sent.get("value");
        if (allowed.isEmpty() || value == null || value.equals("")) return;
        if (!allowed.contains(value)) sent.among("value", allowed.toArray(String[]::new));
    }

    /** From and to are single values; a flag may be told by its value alone. */
    private void change(Sent sent, String field) {
        var kind = vocabulary.kind(RuleType.UPDATE, Subject.TICKET, field).orElse(FieldKind.TEXT);
        for (var end : List.of("from", "to", "value")) {
            var value = sent.get(end);
            if (ValueCheck.ANY.equals(value)) continue;
            if (value instanceof List<?>) sent.mismatch(end, "String");
            else if (kind == FieldKind.FLAG
                    && Set.of("selected", "not_selected").contains(String.valueOf(value))) {
                continue;
            } else values.check(sent, end, Subject.TICKET, field, kind, value);
        }
        nested(sent, "from_nested_field");
        nested(sent, "to_nested_field");
    }

    private void nested(Sent sent, String key) {
        if (sent.get(key) == null) return;
        var levels = Sent.object(sent.get(key));
        if (levels == null) {
            sent.mismatch(key, "key/value pair");
            return;
        }
        levels.forEach((level, value) -> {
            var inner = Sent.object(value);
            if (!ConditionCheck.LEVELS.contains(level))
                problems.add(FieldError.unexpected(sent.name(key + "." + level)));
            else if (inner == null) problems.add(FieldError.missing(sent.name(key + "." + level), "key/value pair"));
            else level(new Sent(sent.name(key + "." + level), inner, problems));
        });
    }

    private void level(Sent sent) {
        String field = sent.text("field_name", 255);
        if (field == null) return;
        if (!vocabulary.isCustom(Subject.TICKET, field)) {
            sent.invalid("field_name", "There is no such field of a ticket");
        } else if (!ValueCheck.ANY.equals(sent.get("value"))) {
            values.check(sent, "value", Subject.TICKET, field, FieldKind.CHOICE, sent.get("value"));
        }
    }
}
