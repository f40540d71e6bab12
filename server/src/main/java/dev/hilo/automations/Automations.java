package dev.hilo.automations;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Accounts;
import dev.hilo.conversations.RuleEntries;
import dev.hilo.db.Database;
import dev.hilo.events.Acting;
import dev.hilo.events.Actor;
import dev.hilo.events.Event;
import dev.hilo.events.Follower;
import dev.hilo.fields.Forms;
import dev.hilo.placeholders.TicketPlaceholders;
import dev.hilo.tickets.Tickets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Runs the rules of creation and of updates on what the event log tells, after the commit: each rule once per event, in the
 * transaction that moves the follower's position.
 */
public final class Automations {

    private static final Set<String> TOLD = Set.of(
            "ticket.created",
            "ticket.updated",
            "ticket.deleted",
            "conversation.created",
            "rating.created",
            "time_entry.created",
            "time_entry.updated");

    private final Database database;
    private final Accounts accounts;
    private final Forms forms;
    private final Actions actions;
    private final Clock clock;

    public Automations(
            Database database,
            Accounts accounts,
            Forms forms,
            Tickets tickets,
            RuleEntries entries,
            TicketPlaceholders placeholders,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.forms = forms;
        this.actions = new Actions(forms, tickets, entries, placeholders);
        this.clock = clock;
    }

    public Follower follower() {
        return new Follower("automations", this::take).ofOurOwn();
    }

    /** A rule that an event may set off. @param why the event in words, of a rule of updates */
    private record Candidate(Event event, Program program, String why) {}

    private void take(Handle handle, List<Event> events) {
        var told = events.stream()
                .filter(event -> event.ticketId() != null && TOLD.contains(event.type()))
                .toList();
        if (told.isEmpty()) return;
        long accountId = told.getFirst().accountId();
        var programs = Program.active(handle, forms, accountId, List.of(RuleType.CREATION, RuleType.UPDATE));
        var candidates = candidates(told, programs);
        if (!candidates.isEmpty()) run(handle, accountId, candidates);
    }

    private static List<Candidate> candidates(List<Event> events, List<Program> programs) {
        var candidates = new ArrayList<Candidate>();
        for (var event : events) {
            boolean isNew = event.type().equals("ticket.created");
            var happening = isNew ? Optional.<Happening>empty() : Happening.of(event);
            for (var program : programs) {
                if (event.at().isBefore(program.rule().createdAt())) continue;
                if (program.is(RuleType.CREATION) && isNew) candidates.add(new Candidate(event, program, null));
                if (!program.is(RuleType.UPDATE)) continue;
                happening.flatMap(program::why).ifPresent(why -> candidates.add(new Candidate(event, program, why)));
            }
        }
        return candidates;
    }

    private void run(Handle handle, long accountId, List<Candidate> candidates) {
        var now = clock.instant();
        var store = handle.attach(SnapshotStore.class);
        var ids = candidates.stream().map(c -> c.event.ticketId()).distinct().toList();
        Map<Long, Snapshot> tickets = new HashMap<>(store.of(accountId, ids, now));
        boolean firstAlone = Runs.settings(handle, accountId).creationRules().equals("first");
        var account = accounts.require(accountId);
        long settled = -1;
        for (var candidate : candidates) {
            if (candidate.event.id() == settled) continue;
            long ticketId = candidate.event.ticketId();
            var ticket = tickets.get(ticketId);
            if (ticket == null || !ticket.isLive()) continue;
            var verdict = candidate.program.judge(ticket);
            if (!verdict.holds() || !run(handle, account, candidate, verdict, now)) continue;
            tickets.putAll(store.of(accountId, List.of(ticketId), now));
            if (firstAlone && candidate.program.is(RuleType.CREATION)) settled = candidate.event.id();
        }
    }

    /** Whether it came to that. */
    private boolean run(Handle handle, Account account, Candidate candidate, Conditions.Verdict verdict, Instant now) {
        var event = candidate.event;
        var rule = candidate.program.rule();
        var chain = Chain.of(handle, event);
        if (chain.isOwn(rule)) return false;
        var recent = Chain.recent(handle, event.accountId(), event.ticketId(), now);
        var objection = chain.objection(recent);
        if (objection.isPresent() && recent.stopped()) return false;
        var entry = event.record().equals("conversation") ? Long.valueOf(event.recordId()) : null;
        var scene = new Actions.Scene(account, rule, event.ticketId(), entry, now);
        var why = new Runs.Why(candidate.why, verdict.held(), objection.orElse(null));
        act(handle, rule, Chain.cause(rule, event), () -> {
            var deeds = objection.isPresent()
                    ? List.<Deed>of()
                    : actions.run(handle, scene, candidate.program.content().actions());
            Runs.write(handle, scene, event.id(), chain.depth(), why, deeds, now);
        });
        return objection.isEmpty();
    }

    /** The rule acts within a transaction that somebody else began. */
    private void act(Handle handle, Rule rule, String cause, Runnable work) {
        Acting.run(Actor.rule(rule.id()), cause, () -> {
            database.announce(handle);
            work.run();
        });
        database.announce(handle);
    }

    /** A rule of time on a ticket, in a transaction of its own. */
    void runInTime(Program program, long accountId, long ticketId, Instant now) {
        var rule = program.rule();
        Acting.run(
                Actor.rule(rule.id()),
                "rule " + rule.id() + " schedule",
                () -> database.run(handle -> {
                    var ticket = handle.attach(SnapshotStore.class)
                            .of(accountId, List.of(ticketId), now)
                            .get(ticketId);
                    if (ticket == null || !ticket.isLive()) return;
                    var verdict = program.judge(ticket);
                    if (!verdict.holds()) return;
                    var scene = new Actions.Scene(accounts.require(accountId), rule, ticketId, null, now);
                    var deeds = actions.run(handle, scene, program.content().actions());
                    Runs.write(handle, scene, null, 0, new Runs.Why(null, verdict.held(), null), deeds, now);
                    handle.attach(RunStore.class).mark(accountId, rule.id(), ticketId);
                }));
    }
}
