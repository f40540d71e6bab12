package dev.hilo.automations;

import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;

/** Whether a rule can do its work; every fault is told. */
final class RuleCheck {

    private final ConditionCheck conditions;
    private final EventCheck events;
    private final ActionCheck actions;
    private final Problems problems;

    RuleCheck(Vocabulary vocabulary, References references, Problems problems) {
        var values = new ValueCheck(vocabulary, references);
        this.problems = problems;
        this.conditions = new ConditionCheck(vocabulary, values, problems);
        this.events = new EventCheck(vocabulary, values, references, problems);
        this.actions = new ActionCheck(vocabulary, values, references, problems);
    }

    void check(RuleContent rule) {
        events.check(rule);
        conditions.check(rule);
        actions.check(rule);
    }

    /** Whether it names what is no longer there. */
    static boolean isOutdated(Vocabulary vocabulary, References references, RuleContent rule) {
        var problems = new Problems();
        new RuleCheck(vocabulary, references, problems).check(rule);
        return problems.any();
    }

    void refuse() throws Refusal.Invalid {
        problems.refuse();
    }
}
