package dev.hilo.automations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.api.AutomationRun;
import dev.hilo.api.AutomationSettings;
import dev.hilo.api.Json;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What rules have done, written down and read; and whether one or all of them meet a new ticket. */
public final class Runs {

    private static final AutomationSettings USUAL = new AutomationSettings("first");

    private final Database database;
    private final Clock clock;

    public Runs(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Page<AutomationRun> ofTicket(Caller caller, long ticketId, Paging paging) {
        return database.read(h -> {
            var store = h.attach(RunStore.class);
            if (!store.sees(Sight.of(caller), ticketId)) throw new Refusal.NotFound();
            return Page.of(store.ofTicket(caller.accountId(), ticketId, paging.limit(), paging.offset()), paging);
        });
    }

    /** Of a rule that is there. */
    Page<AutomationRun> ofRule(Caller caller, long ruleId, Paging paging) {
        return database.read(h -> {
            if (!h.attach(RuleStore.class).exists(caller.accountId(), ruleId)) throw new Refusal.NotFound();
            var runs = h.attach(RunStore.class).ofRule(caller.accountId(), ruleId, paging.limit(), paging.offset());
            return Page.of(runs, paging);
        });
    }

    AutomationSettings settings(Caller caller) {
        return database.read(h -> settings(h, caller.accountId()));
    }

    static AutomationSettings settings(Handle handle, long accountId) {
        return handle.attach(RunStore.class)
                .creationRules(accountId)
                .map(AutomationSettings::new)
                .orElse(USUAL);
    }

    AutomationSettings save(Caller caller, AutomationSettings settings) {
        database.run(h -> h.attach(RunStore.class)
                .saveCreationRules(caller.accountId(), settings.creationRules(), clock.instant()));
        return settings;
    }

    /** @param event in words; null for a rule of time or of creation */
    record Why(String event, List<String> conditions, String objection) {}

    static void write(
            Handle handle, Actions.Scene scene, Long eventId, int depth, Why why, List<Deed> deeds, Instant now) {
        var reasons = JsonNodeFactory.instance.objectNode();
        if (why.event != null) reasons.put("event", why.event);
        reasons.set("conditions", Json.MAPPER.valueToTree(why.conditions));
        if (why.objection != null) reasons.put("stopped", why.objection);
        var run = new RunStore.NewRun(
                scene.rule().id(),
                scene.rule().name(),
                scene.rule().type(),
                scene.ticketId(),
                eventId,
                depth,
                why.objection != null ? "STOPPED" : outcome(deeds),
                reasons,
                Json.MAPPER.valueToTree(deeds));
        handle.attach(RunStore.class).insert(scene.accountId(), run, now);
    }

    private static String outcome(List<Deed> deeds) {
        long refused =
                deeds.stream().filter(deed -> deed.outcome().equals("refused")).count();
        if (refused == 0) return "DONE";
        return refused == deeds.size() ? "REFUSED" : "PARTLY";
    }
}
