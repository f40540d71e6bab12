package dev.hilo.tickets;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.api.FieldError;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The agents who want to hear of everything on a ticket. */
public final class Watchers {

    interface Store {
        @SqlQuery("""
                select agent_id from ticket_watchers
                where account_id = :accountId and ticket_id = :ticketId
                order by agent_id
                """)
        List<Long> of(long accountId, long ticketId);

        @SqlUpdate("""
                insert into ticket_watchers (account_id, ticket_id, agent_id)
                select :accountId, ticket_id, :agentId from unnest(:ticketIds) ticket_id
                on conflict do nothing
                """)
        void add(long accountId, List<Long> ticketIds, long agentId);

        @SqlUpdate("""
                delete from ticket_watchers
                where account_id = :accountId and ticket_id = any(:ticketIds) and agent_id = :agentId
                """)
        void remove(long accountId, List<Long> ticketIds, long agentId);

        @SqlQuery("select id from agents where account_id = :accountId and id = :id for share")
        Long lockAgent(long accountId, long id);
    }

    private final Database database;

    public Watchers(Database database) {
        this.database = database;
    }

    public List<Long> of(Caller caller, long ticketId) {
        return database.read(handle -> {
            handle.attach(TicketStore.class)
                    .find(Sight.of(caller), ticketId)
                    .filter(ticket -> !ticket.archived())
                    .orElseThrow(Refusal.NotFound::new);
            return handle.attach(Store.class).of(caller.accountId(), ticketId);
        });
    }

    /** @param agentId null for the caller */
    public void watch(Caller caller, long ticketId, Long agentId) {
        database.run(handle -> {
            Tickets.lockOpen(handle, caller, ticketId);
            add(handle, caller, List.of(ticketId), agentId);
        });
    }

    /** @param agentId null for the caller */
    public void watch(Caller caller, List<Long> ticketIds, Long agentId) {
        database.run(handle -> add(handle, caller, TicketIds.require(handle, caller, "ids", ticketIds), agentId));
    }

    private static void add(Handle handle, Caller caller, List<Long> ticketIds, Long agentId) {
        var store = handle.attach(Store.class);
        long watcher = agentId == null ? caller.agentId() : agentId;
        if (store.lockAgent(caller.accountId(), watcher) == null) {
            throw new Refusal.Invalid(FieldError.unknown("user_id", "agent"));
        }
        store.add(caller.accountId(), ticketIds, watcher);
    }

    public void unwatch(Caller caller, long ticketId) {
        database.run(handle -> {
            Tickets.lockOpen(handle, caller, ticketId);
            handle.attach(Store.class).remove(caller.accountId(), List.of(ticketId), caller.agentId());
        });
    }

    public void unwatch(Caller caller, List<Long> ticketIds) {
        database.run(handle -> {
            var ids = TicketIds.require(handle, caller, "ids", ticketIds);
            handle.attach(Store.class).remove(caller.accountId(), ids, caller.agentId());
        });
    }
}
