package dev.hilo.automations;

import dev.hilo.fields.Forms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A rule that is ready to run. @param trigger of a rule of updates alone */
record Program(Rule rule, RuleContent content, Trigger trigger, Conditions conditions) {

    private static final Logger LOG = LoggerFactory.getLogger(Program.class);

    static Program of(Vocabulary vocabulary, Rule rule, RuleContent content) {
        var trigger = content.type() == RuleType.UPDATE ? new Trigger(content.performer(), content.events()) : null;
        return new Program(rule, content, trigger, Conditions.of(vocabulary, content));
    }

    /** The rules that are switched on and not outdated, in their order. */
    static List<Program> active(Handle handle, Forms forms, long accountId, List<RuleType> types) {
        var numbers = types.stream().map(type -> (long) type.number).toList();
        var rules = handle.attach(RuleStore.class).active(accountId, numbers);
        if (rules.isEmpty()) return List.of();
        var contents = rules.stream().map(RuleContent::of).toList();
        var references = References.of(handle, accountId, contents);
        var vocabulary = new Vocabulary(forms, accountId);
        var programs = new ArrayList<Program>(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            if (RuleCheck.isOutdated(vocabulary, references, contents.get(i))) continue;
            programs.add(of(vocabulary, rules.get(i), contents.get(i)));
        }
        return programs;
    }

    /** What in an event sets the rule off, in words. */
    Optional<String> why(Happening happening) {
        return contained("events", () -> trigger.why(happening)).flatMap(why -> why);
    }

    Conditions.Verdict judge(Snapshot ticket) {
        return contained("conditions", () -> conditions.judge(ticket)).orElse(Conditions.Verdict.NO);
    }

    /** A rule that cannot be understood must not keep the others from running. */
    private <T> Optional<T> contained(String what, Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (RuntimeException e) {
            LOG.error("The {} of rule {} cannot be understood", what, rule == null ? "that is tried" : rule.id(), e);
            return Optional.empty();
        }
    }

    boolean is(RuleType type) {
        return content.type() == type;
    }
}
