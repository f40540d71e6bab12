package dev.hilo.automations;

import dev.hilo.api.AutomationConditionSet;
import dev.hilo.api.FieldError;
import dev.hilo.errors.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the conditions of a rule can be asked. */
final class ConditionCheck {

    static final List<String> OPERATORS =
            List.of("condition_set_1 and condition_set_2", "condition_set_1 or condition_set_2");
    static final List<String> LEVELS = List.of("level2", "level3");
    private static final Set<String> KEYS =
            Set.of("resource_type", "field_name", "operator", "value", "nested_fields", "case_sensitive");

    private final Vocabulary vocabulary;
    private final ValueCheck values;
    private final Problems problems;

    ConditionCheck(Vocabulary vocabulary, ValueCheck values, Problems problems) {
        this.vocabulary = vocabulary;
        this.values = values;
        this.problems = problems;
    }

    void check(RuleContent rule) {
        var sets = rule.conditions();
        boolean isEmpty = sets.stream().allMatch(set -> set.properties().isEmpty());
        problems.addIf(rule.type() != RuleType.UPDATE && isEmpty, FieldError.missing("conditions", "Array"));
        problems.addIf(sets.size() > 2, FieldError.invalid("conditions", "It should have at most 2 elements"));
        var names = new HashSet<String>();
        for (var set : sets) {
            problems.addIf(
                    !names.add(set.name()), FieldError.invalid("conditions.name", "It should be a unique value"));
            check(rule.type(), set);
        }
        if (sets.size() == 2) {
            problems.addIf(
                    rule.operator() == null, FieldError.missingAmong("operator", OPERATORS.toArray(String[]::new)));
            problems.addIf(
                    rule.operator() != null && !OPERATORS.contains(rule.operator()),
                    FieldError.notAmong("operator", OPERATORS.toArray(String[]::new)));
        }
    }

    private void check(RuleType type, AutomationConditionSet set) {
        int i = 0;
        for (var property : set.properties()) {
            check(type, new Sent("conditions." + set.name() + ".properties[" + i++ + "]", property, problems));
        }
    }

    private void check(RuleType type, Sent sent) {
        sent.onlyKeys(KEYS);
        var subject = Subject.of(sent.get("resource_type"));
        if (subject.isEmpty()) sent.among("resource_type", "ticket", "contact", "company");
        String field = sent.text("field_name", 255);
        if (subject.isEmpty() || field == null) return;
        if (sent.get("case_sensitive") != null && !(sent.get("case_sensitive") instanceof Boolean)) {
            sent.mismatch("case_sensitive", "Boolean");
        }
        String name = Vocabulary.canonical(subject.get(), field);
        var kind = vocabulary.kind(type, subject.get(), name);
        if (kind.isEmpty()) sent.invalid("field_name", "There is no such field of a " + subject.get().text);
        else compare(sent, subject.get(), name, kind.get());
    }

    private void compare(Sent sent, Subject subject, String field, FieldKind kind) {
        var operator = Operator.of(sent.get("operator")).filter(o -> o.kinds.contains(kind));
        if (operator.isEmpty()) {
            sent.among("operator", Operator.textsFor(kind));
            return;
        }
        if (!operator.get().needsValue()) return;
        if (!sent.fields().containsKey("value")) {
            sent.problems().add(FieldError.missing(sent.name("value"), "String"));
            return;
        }
        for (var value : sent.values("value")) values.check(sent, "value", subject, field, kind, value);
        nested(sent, subject);
    }

    private void nested(Sent sent, Subject subject) {
        var levels = sent.get("nested_fields");
        if (levels == null) return;
        var map = Sent.object(levels);
        if (map == null) sent.mismatch("nested_fields", "key/value pair");
        else map.forEach((level, value) -> level(sent, subject, level, Sent.object(value)));
    }

    private void level(Sent sent, Subject subject, String level, Map<String, Object> asked) {
        String path = sent.name("nested_fields." + level);
        if (!LEVELS.contains(level)) {
            problems.add(FieldError.unexpected(path));
        } else if (asked == null) {
            problems.add(FieldError.missing(path, "key/value pair"));
        } else {
            var inner = new Sent(path, asked, problems);
            String field = inner.text("field_name", 255);
            if (field == null) return;
            if (!vocabulary.isCustom(subject, field)) {
                inner.invalid("field_name", "There is no such field of a " + subject.text);
            } else {
                compareLevel(inner, subject, field);
            }
        }
    }

    private void compareLevel(Sent sent, Subject subject, String field) {
        var operator = sent.get("operator");
        if (operator != null
                && Operator.of(operator)
                        .filter(o -> o.kinds.contains(FieldKind.CHOICE))
                        .isEmpty()) {
            sent.among("operator", Operator.textsFor(FieldKind.CHOICE));
        }
        for (var value : sent.values("value")) values.check(sent, "value", subject, field, FieldKind.CHOICE, value);
    }
}
