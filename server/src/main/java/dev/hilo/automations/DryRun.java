package dev.hilo.automations;

import dev.hilo.accounts.Caller;
import dev.hilo.api.AutomationDryRun;
import dev.hilo.api.AutomationDryRun.Touched;
import dev.hilo.api.TryAutomationRule;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.events.Event;
import dev.hilo.events.EventLog;
import dev.hilo.fields.Forms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Tells which tickets of the last seven days a rule would have touched. It changes nothing. */
public final class DryRun {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST_TICKETS = 2000;
    private static final int MOST_EVENTS = 5_000;
    private static final List<String> UPDATES = List.of(
            "ticket.updated",
            "ticket.deleted",
            "conversation.created",
            "rating.created",
            "time_entry.created",
            "time_entry.updated");

    private final Database database;
    private final EventLog log;
    private final Forms forms;
    private final Clock clock;

    public DryRun(Database database, EventLog log, Forms forms, Clock clock) {
        this.database = database;
        this.log = log;
        this.forms = forms;
        this.clock = clock;
    }

    AutomationDryRun run(Caller caller, TryAutomationRule asked) {
        long accountId = caller.accountId();
        var type = RuleType.of(asked.automationTypeId());
        var content = new RuleContent(
                type,
                asked.performer(),
                asked.events(),
                asked.conditions(),
                Rules.operator(asked.operator()),
                asked.actions());
        var vocabulary = new Vocabulary(forms, accountId);
        var problems = new Problems();
        var references = database.read(h -> References.of(h, accountId, List.of(content)));
        new RuleCheck(vocabulary, references, problems).check(content);
        problems.refuse();
        var program = Program.of(vocabulary, null, content);
        var now = clock.instant();
        return switch (type) {
            case CREATION -> created(accountId, program, now);
            case TIME -> changed(accountId, program, now);
            case UPDATE -> updated(accountId, program, now);
        };
    }

    private AutomationDryRun created(long accountId, Program program, Instant now) {
        var rows =
                database.read(h -> h.attach(SnapshotStore.class).created(accountId, now.minus(WEEK), MOST_TICKETS + 1));
        return of(rows, program, "created_at", now);
    }

    private AutomationDryRun changed(long accountId, Program program, Instant now) {
        var rows = database.read(
                h -> h.attach(SnapshotStore.class).changed(accountId, 0, now.minus(WEEK), 0, now, MOST_TICKETS + 1));
        return of(rows.reversed(), program, "updated_at", now);
    }

    private static AutomationDryRun of(List<SnapshotStore.Row> rows, Program program, String time, Instant now) {
        var touched = new ArrayList<Touched>();
        var looked = rows.subList(0, Math.min(rows.size(), MOST_TICKETS));
        for (var row : looked) {
            var ticket = row.snapshot(now);
            var verdict = program.judge(ticket);
            if (verdict.holds()) touched.add(touched(row.id(), ticket, ticket.time(time), null, verdict));
        }
        return new AutomationDryRun(touched, looked.size(), rows.size() <= MOST_TICKETS);
    }

    private static Touched touched(long id, Snapshot ticket, Instant at, String event, Conditions.Verdict verdict) {
        return new Touched(id, ticket.ticket().path("subject").asText(), at, event, verdict.held());
    }

    private AutomationDryRun updated(long accountId, Program program, Instant now) {
        var events = log.latest(accountId, UPDATES, now.minus(WEEK), MOST_EVENTS);
        var touched = new ArrayList<Touched>();
        var seen = new HashSet<Long>();
        var candidates = events.stream()
                .filter(event -> event.ticketId() != null && why(program, event) != null)
                .filter(event -> seen.add(event.ticketId()))
                .limit(MOST_TICKETS)
                .toList();
        for (var part : parts(candidates)) {
            var tickets = snapshots(accountId, part, now);
            for (var event : part) {
                var ticket = tickets.get(event.ticketId());
                if (ticket == null || !ticket.isLive()) continue;
                var verdict = program.judge(ticket);
                if (!verdict.holds()) continue;
                touched.add(touched(event.ticketId(), ticket, event.at(), why(program, event), verdict));
            }
        }
        return new AutomationDryRun(
                touched, events.size(), events.size() < MOST_EVENTS && candidates.size() < MOST_TICKETS);
    }

    private static String why(Program program, Event event) {
        return Happening.of(event).flatMap(program::why).orElse(null);
    }

    private static List<List<Event>> parts(List<Event> events) {
        var parts = new ArrayList<List<Event>>();
        for (int i = 0; i < events.size(); i += 200) parts.add(events.subList(i, Math.min(events.size(), i + 200)));
        return parts;
    }

    private Map<Long, Snapshot> snapshots(long accountId, List<Event> events, Instant now) {
        var ids = events.stream().map(Event::ticketId).toList();
        return database.read(h -> h.attach(SnapshotStore.class).of(accountId, ids, now));
    }
}
