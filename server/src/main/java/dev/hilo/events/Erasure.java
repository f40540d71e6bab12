package dev.hilo.events;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Takes a person's data out of the history: the one change that events ever see. That something happened stays, when, and by
 * whom; what was said does not. The erasure is an event itself.
 */
public final class Erasure {

    interface Store {
        @SqlUpdate("set local hilo.erasing = 'on'")
        void begin();

        @SqlUpdate("set local hilo.erasing = 'off'")
        void end();

        @SqlUpdate("""
                update events set before = null, after = null
                where account_id = :accountId and ticket_id is null and record_id = :contactId
                  and record in ('contact', 'contact_email', 'contact_company')
                """)
        void contact(long accountId, long contactId);

        @SqlUpdate("""
                update events set before = null, after = null
                where account_id = :accountId and ticket_id = any(array(
                  select ticket_id from events
                  where account_id = :accountId and type = 'ticket.purged'
                    and (before ->> 'requester_id')::bigint = :contactId
                  union
                  select unnest(:ticketIds)))
                """)
        void tickets(long accountId, long contactId, List<Long> ticketIds);

        @SqlUpdate("""
                insert into events (account_id, id, at, type, record, record_id, actor_kind, actor_id, cause)
                select :accountId, nextval('event_id'), :now, 'contact.erased', 'contact', :contactId, :kind, :actorId, :cause
                from pg_current_xact_id()
                """)
        void tell(long accountId, long contactId, Instant now, Actor.Kind kind, Long actorId, String cause);
    }

    private Erasure() {}

    /**
     * In the transaction that removes the person's records, after that.
     *
     * @param ticketIds the tickets that were removed with the person; those removed before are found by themselves
     */
    public static void erase(Handle handle, long accountId, long contactId, List<Long> ticketIds, Instant now) {
        var store = handle.attach(Store.class);
        var acting = Acting.current();
        store.begin();
        store.tickets(accountId, contactId, ticketIds);
        store.contact(accountId, contactId);
        store.end();
        store.tell(
                accountId, contactId, now, acting.actor().kind(), acting.actor().id(), acting.cause());
    }
}
