package dev.hilo.automations;

import java.util.ArrayList;
import java.util.List;

/** The conditions of a rule: one set or two. @param isEither whether one of two sets is enough */
record Conditions(List<Group> groups, boolean isEither) {

    /** Conditions of which all must hold, or any. */
    record Group(boolean isAny, List<Condition> conditions) {

        /** Those that hold, or null when that is not enough. An empty group always holds. */
        List<Condition> held(Snapshot ticket) {
            var held = conditions.stream().filter(c -> c.holds(ticket)).toList();
            boolean enough = isAny ? conditions.isEmpty() || !held.isEmpty() : held.size() == conditions.size();
            return enough ? held : null;
        }
    }

    /** @param held the conditions that made it so, in words */
    record Verdict(boolean holds, List<String> held) {
        static final Verdict NO = new Verdict(false, List.of());
    }

    static Conditions of(Vocabulary vocabulary, RuleContent rule) {
        var groups = rule.conditions().stream()
                .map(set -> new Group(
                        set.matchType().equals("any"),
                        set.properties().stream()
                                .map(property -> Condition.of(vocabulary, rule.type(), property))
                                .toList()))
                .toList();
        return new Conditions(groups, rule.operator() != null && rule.operator().contains(" or "));
    }

    Verdict judge(Snapshot ticket) {
        var held = new ArrayList<String>();
        int holding = 0;
        for (var group : groups) {
            var conditions = group.held(ticket);
            if (conditions == null) continue;
            holding++;
            conditions.forEach(condition -> held.add(condition.words()));
        }
        boolean holds = groups.isEmpty() || (isEither ? holding > 0 : holding == groups.size());
        return new Verdict(holds, holds ? held : List.of());
    }
}
