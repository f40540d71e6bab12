package dev.hilo.automations;

import dev.hilo.fields.Forms;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** A rule that is ready to run. @param trigger of a rule of updates alone */
record Program(Rule rule, RuleContent content, Trigger trigger, Conditions conditions) {

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

    boolean is(RuleType type) {
        return content.type() == type;
    }
}
