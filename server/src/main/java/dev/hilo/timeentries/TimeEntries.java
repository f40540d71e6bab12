package dev.hilo.timeentries;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.api.CreateTimeEntry;
import dev.hilo.api.FieldError;
import dev.hilo.api.UpdateTimeEntry;
import dev.hilo.db.Database;
import dev.hilo.errors.Problems;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;

/** What agents have spent on tickets. An agent has at most one running timer: starting one stops the other. */
public final class TimeEntries {

    private final Database database;
    private final Clock clock;

    public TimeEntries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Of a ticket, by when the work was done. */
    public Page<TimeEntryRow> ofTicket(Caller caller, long ticketId, Paging paging) {
        return database.read(handle -> {
            var store = handle.attach(TimeEntryStore.class);
            store.findTicket(Sight.of(caller), ticketId).orElseThrow(Refusal.NotFound::new);
            return Page.of(store.ofTicket(Sight.of(caller), ticketId, paging.limit(), paging.offset()), paging);
        });
    }

    /** Of all tickets that the caller may see and that are not in the trash. */
    public Page<TimeEntryRow> list(Caller caller, TimeEntryFilter filter, Paging paging) {
        return database.read(handle -> Page.of(
                handle.attach(TimeEntryStore.class).list(Sight.of(caller), filter, paging.limit(), paging.offset()),
                paging));
    }

    /** Nothing where the caller does not see its ticket. */
    public Optional<TimeEntryRow> find(Caller caller, long id) {
        return database.read(handle -> handle.attach(TimeEntryStore.class).find(Sight.of(caller), id));
    }

    public TimeEntryRow create(Caller caller, long ticketId, CreateTimeEntry asked) {
        var now = clock.instant();
        return database.write(handle -> {
            var store = handle.attach(TimeEntryStore.class);
            boolean frozen = store.isFrozen(Sight.of(caller), ticketId).orElseThrow(Refusal.NotFound::new);
            if (frozen) throw new Refusal.MethodNotAllowed("GET");
            var problems = new Problems();
            var entry = TimeEntryRules.created(asked, caller.agentId(), now, problems);
            boolean unknown =
                    store.lockAgent(caller.accountId(), entry.agentId()).isEmpty();
            problems.addIf(unknown, FieldError.unknown("agent_id", "agent"));
            problems.refuse();
            if (entry.timerRunning()) store.stopTimers(caller.accountId(), entry.agentId(), 0, now);
            long id = store.insert(caller.accountId(), ticketId, entry, now);
            return store.find(Sight.of(caller), id).orElseThrow();
        });
    }

    public TimeEntryRow update(Caller caller, long id, UpdateTimeEntry asked) {
        return change(
                caller,
                id,
                asked.agentId().value(),
                (entry, problems) -> TimeEntryRules.changed(asked, entry, clock.instant(), problems));
    }

    /** Stops the timer when it runs, starts it when it does not. */
    public TimeEntryRow toggle(Caller caller, long id) {
        return change(caller, id, null, (entry, problems) -> TimeEntryRules.toggled(entry, clock.instant()));
    }

    /** The agent is locked before the entry, as on creation: whoever starts a timer touches the agent's other entries. */
    private TimeEntryRow change(
            Caller caller, long id, Long toAgent, BiFunction<TimeEntryRow, Problems, TimeEntryFields> change) {
        return database.write(handle -> {
            var store = handle.attach(TimeEntryStore.class);
            var found = store.find(Sight.of(caller), id).orElseThrow(Refusal.NotFound::new);
            long agent = toAgent == null ? found.agentId() : toAgent;
            boolean isAgent = store.lockAgent(caller.accountId(), agent).isPresent();
            var entry = store.lock(Sight.of(caller), id).orElseThrow(Refusal.NotFound::new);
            var problems = new Problems();
            var changed = change.apply(entry, problems);
            boolean mustBeAgent = changed.timerRunning() || changed.agentId() != entry.agentId();
            problems.addIf(mustBeAgent && !isAgent, FieldError.unknown("agent_id", "agent"));
            problems.refuse();
            var now = clock.instant();
            if (changed.timerRunning()) store.stopTimers(caller.accountId(), changed.agentId(), id, now);
            store.update(caller.accountId(), id, changed, now);
            return store.find(Sight.of(caller), id).orElseThrow();
        });
    }

    public void delete(Caller caller, long id) {
        database.run(handle -> {
            var store = handle.attach(TimeEntryStore.class);
            store.lock(Sight.of(caller), id).orElseThrow(Refusal.NotFound::new);
            store.delete(caller.accountId(), id);
        });
    }
}
