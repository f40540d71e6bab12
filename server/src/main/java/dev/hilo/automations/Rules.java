package dev.hilo.automations;

import dev.hilo.accounts.Caller;
import dev.hilo.api.AutomationRule;
import dev.hilo.api.CreateAutomationRule;
import dev.hilo.api.FieldError;
import dev.hilo.api.UpdateAutomationRule;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.fields.Forms;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rules of an account: listed, made, changed, put in order and removed. */
public final class Rules {

    static final int MOST = 200;
    private static final Duration COUNTED = Duration.ofDays(7);

    private final Database database;
    private final Forms forms;
    private final Clock clock;

    public Rules(Database database, Forms forms, Clock clock) {
        this.database = database;
        this.forms = forms;
        this.clock = clock;
    }

    /** All of them where no page is asked for: clients that know no pages must not miss any. */
    List<AutomationRule> list(Caller caller, RuleType type, Paging paging) {
        return database.read(h -> {
            boolean all = paging == Paging.FIRST;
            var rules = store(h).list(
                            caller.accountId(), type.number, all ? MOST : paging.perPage(), all ? 0 : paging.offset());
            return views(h, caller.accountId(), rules, null);
        });
    }

    AutomationRule require(Caller caller, RuleType type, long id) {
        return database.read(h -> view(h, caller.accountId(), type, id));
    }

    private AutomationRule view(Handle handle, long accountId, RuleType type, long id) {
        var rule = store(handle).find(accountId, type.number, id).orElseThrow(Refusal.NotFound::new);
        var counts = store(handle).count(accountId, type.number);
        var meta = new AutomationRule.Meta(counts.active(), counts.count());
        return views(handle, accountId, List.of(rule), meta).getFirst();
    }

    private List<AutomationRule> views(Handle handle, long accountId, List<Rule> rules, AutomationRule.Meta meta) {
        if (rules.isEmpty()) return List.of();
        var contents = rules.stream().map(RuleContent::of).toList();
        var references = References.of(handle, accountId, contents);
        var affected = store(handle)
                .affected(
                        accountId,
                        rules.stream().map(Rule::id).toList(),
                        clock.instant().minus(COUNTED));
        var views = new java.util.ArrayList<AutomationRule>(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            boolean outdated = RuleCheck.isOutdated(new Vocabulary(forms, accountId), references, contents.get(i));
            views.add(RuleViews.of(
                    rules.get(i),
                    contents.get(i),
                    outdated,
                    affected.getOrDefault(rules.get(i).id(), 0),
                    meta));
        }
        return views;
    }

    AutomationRule create(Caller caller, RuleType type, CreateAutomationRule asked) {
        long accountId = caller.accountId();
        var content = new RuleContent(
                type,
                asked.performer(),
                asked.events(),
                asked.conditions(),
                operator(asked.operator()),
                asked.actions());
        return database.write(h -> {
            store(h).lock(accountId);
            var counts = store(h).count(accountId, type.number);
            var problems = new Problems();
            problems.addIf(
                    counts.count() >= MOST,
                    FieldError.invalid("name", "There are at most " + MOST + " rules of a type"));
            name(asked.name(), problems);
            int position = position(asked.position(), counts.count() + 1, problems);
            check(h, accountId, content, problems);
            store(h).shift(accountId, type.number, position, Integer.MAX_VALUE, 1);
            boolean active = !Boolean.FALSE.equals(asked.active());
            var fields = RuleFields.of(asked.name(), asked.description(), active, content);
            long id = store(h).insert(accountId, type.number, position, fields, caller.agentId(), clock.instant());
            return view(h, accountId, type, id);
        });
    }

    AutomationRule update(Caller caller, RuleType type, long id, UpdateAutomationRule asked) {
        long accountId = caller.accountId();
        return database.write(h -> {
            store(h).lock(accountId);
            var rule = store(h).find(accountId, type.number, id).orElseThrow(Refusal.NotFound::new);
            var content = changed(RuleContent.of(rule), asked);
            var problems = new Problems();
            name(asked.name().or(rule.name()), problems);
            int count = store(h).count(accountId, type.number).count();
            int position =
                    asked.position().hasValue() ? position(asked.position().value(), count, problems) : rule.position();
            check(h, accountId, content, problems);
            String name = asked.name().or(rule.name());
            move(h, accountId, rule, position);
            boolean active = asked.active().hasValue() ? asked.active().value() : rule.active();
            var fields = RuleFields.of(name, asked.description().or(rule.description()), active, content);
            store(h).update(accountId, id, position, fields, caller.agentId(), clock.instant());
            return view(h, accountId, type, id);
        });
    }

    private static RuleContent changed(RuleContent now, UpdateAutomationRule asked) {
        return new RuleContent(
                now.type(),
                asked.performer().or(now.performer()),
                asked.events().or(now.events()),
                asked.conditions().or(now.conditions()),
                asked.operator().isPresent() ? operator(asked.operator().value()) : now.operator(),
                asked.actions().or(now.actions()));
    }

    void delete(Caller caller, RuleType type, long id) {
        long accountId = caller.accountId();
        database.run(h -> {
            store(h).lock(accountId);
            var rule = store(h).find(accountId, type.number, id).orElseThrow(Refusal.NotFound::new);
            store(h).delete(accountId, id);
            store(h).shift(accountId, type.number, rule.position() + 1, Integer.MAX_VALUE, -1);
        });
    }

    private static void move(Handle handle, long accountId, Rule rule, int position) {
        int now = rule.position();
        if (position < now) store(handle).shift(accountId, rule.type(), position, now - 1, 1);
        if (position > now) store(handle).shift(accountId, rule.type(), now + 1, position, -1);
    }

    /** The short forms are taken too. */
    static String operator(String sent) {
        if (sent == null) return null;
        return switch (sent.toLowerCase(java.util.Locale.ROOT)) {
            case "and" -> ConditionCheck.OPERATORS.get(0);
            case "or" -> ConditionCheck.OPERATORS.get(1);
            default -> sent;
        };
    }

    private void check(Handle handle, long accountId, RuleContent content, Problems problems) {
        var references = References.of(handle, accountId, List.of(content));
        new RuleCheck(new Vocabulary(forms, accountId), references, problems).check(content);
        problems.refuse();
    }

    private static void name(String name, Problems problems) {
        if (name == null) problems.add(FieldError.cleared("name", "String"));
        else problems.addIf(name.isBlank(), FieldError.invalid("name", "It should not be blank"));
    }

    /** A place beyond the end is the end. */
    private static int position(Integer asked, int last, Problems problems) {
        if (asked == null) return last;
        problems.addIf(asked < 1, FieldError.invalid("position", "It should be a Positive Integer"));
        return Math.min(asked, last);
    }

    private static RuleStore store(Handle handle) {
        return handle.attach(RuleStore.class);
    }
}
