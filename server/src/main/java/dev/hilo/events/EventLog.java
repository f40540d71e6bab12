package dev.hilo.events;

import dev.hilo.db.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The events of each account in their order, complete up to wherever one reads. */
public final class EventLog {

    /**
     * Some events in a row.
     *
     * @param next where to go on: everything up to it has been looked at
     * @param more whether there is more to read at once
     */
    public record Batch(List<Event> events, long next, boolean more) {}

    private static final int AMONG = 20_000;

    private final Database database;
    private final Horizon horizon;

    public EventLog(Database database) {
        this.database = database;
        this.horizon = new Horizon(database);
    }

    /** Where a reader of what comes from now on begins. */
    public long end() {
        return horizon.advance();
    }

    /** The events after a position; none is skipped and none comes twice, whoever else writes at the time. */
    public Batch after(long accountId, long position, int limit, EventFilter filter) {
        return upTo(horizon.advance(), accountId, position, limit, filter);
    }

    public Optional<Event> find(long accountId, long id) {
        return database.read(h -> h.attach(EventStore.class).find(accountId, id));
    }

    Batch upTo(long last, long accountId, long position, int limit, EventFilter filter) {
        if (position >= last) return new Batch(List.of(), position, false);
        var events = database.read(h -> {
            var store = h.attach(EventStore.class);
            return filter.equals(EventFilter.ALL)
                    ? store.after(accountId, position, last, limit)
                    : store.matching(accountId, position, last, filter, limit);
        });
        boolean more = events.size() == limit;
        return new Batch(events, more ? events.getLast().id() : last, more);
    }

    /** Those of some types since a time among the last so many, newest first. */
    public List<Event> latest(long accountId, List<String> types, Instant since, int among) {
        return database.read(h -> h.attach(EventStore.class).latest(accountId, types, since, among));
    }

    /**
     * Some events, newest first.
     *
     * @param next before which to go on; null where there is nothing older
     */
    public record Past(List<Event> events, Long next) {}

    /** The newest before a position. What is null is not asked for. It looks at {@value #AMONG} events at most. */
    public Past newest(long accountId, long before, String record, Actor.Kind actor, Long actorId, int limit) {
        return database.read(h -> {
            var store = h.attach(EventStore.class);
            var kind = actor == null ? null : actor.name();
            var events = store.newest(accountId, before, AMONG, record, kind, actorId, limit);
            if (events.size() == limit) return new Past(events, events.getLast().id());
            return new Past(events, store.oldestOf(accountId, before, AMONG));
        });
    }

    Horizon horizon() {
        return horizon;
    }
}
