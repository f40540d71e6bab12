package dev.hilo.events;

import dev.hilo.db.Database;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What happened to a ticket, by time. */
public final class TicketEvents {

    private final Database database;

    public TicketEvents(Database database) {
        this.database = database;
    }

    /** Newest first, those that a person wants to know and that are no message themselves. */
    public List<Event> before(long accountId, long ticketId, Instant at, long id, int limit) {
        return database.read(h -> h.attach(TicketEventStore.class).before(accountId, ticketId, at, id, limit));
    }

    /** The same, oldest first. */
    public List<Event> after(long accountId, long ticketId, Instant at, long id, int limit) {
        return database.read(h -> h.attach(TicketEventStore.class).after(accountId, ticketId, at, id, limit));
    }

    /** The changes of the ticket's own record after a time, newest first: undone in this order they lead back to it. */
    public List<Event> changesSince(Handle handle, long accountId, long ticketId, Instant time) {
        return handle.attach(TicketEventStore.class).changesSince(accountId, ticketId, time);
    }

    /** When the ticket's own record was last changed up to a time; null when nothing is known from before. */
    public Instant lastChange(Handle handle, long accountId, long ticketId, Instant time) {
        return handle.attach(TicketEventStore.class).lastChange(accountId, ticketId, time);
    }
}
