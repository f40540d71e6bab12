package dev.hilo.tickets;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.api.ChangeTicketAccesses.Access;
import dev.hilo.api.FieldError;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The agents who may see a ticket although it is outside of their scope. */
public final class Accesses {

    interface Store {
        @SqlQuery("""
                select agent_id from ticket_accesses
                where account_id = :accountId and ticket_id = :ticketId
                order by agent_id
                """)
        List<Long> of(long accountId, long ticketId);

        @SqlQuery("""
                select id from agents where account_id = :accountId and id = any(:ids) order by id for share
                """)
        List<Long> lockAgents(long accountId, List<Long> ids);

        @SqlUpdate("""
                insert into ticket_accesses (account_id, ticket_id, agent_id)
                select :accountId, :ticketId, agent_id from unnest(:ids) agent_id
                on conflict do nothing
                """)
        void add(long accountId, long ticketId, List<Long> ids);

        @SqlUpdate("""
                delete from ticket_accesses
                where account_id = :accountId and ticket_id = :ticketId and agent_id = any(:ids)
                """)
        void remove(long accountId, long ticketId, List<Long> ids);

        @SqlUpdate("delete from ticket_accesses where account_id = :accountId and ticket_id = :ticketId")
        void clear(long accountId, long ticketId);
    }

    private final Database database;

    public Accesses(Database database) {
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

    public List<Long> add(Caller caller, long ticketId, List<Long> agents) {
        return database.write(handle -> change(handle, caller, ticketId, agents, List.of()));
    }

    public List<Long> change(Caller caller, long ticketId, List<Access> accesses) {
        return database.write(handle -> change(
                handle,
                caller,
                ticketId,
                ids(accesses.stream().filter(access -> !isTakenAway(access))),
                ids(accesses.stream().filter(Accesses::isTakenAway))));
    }

    private static boolean isTakenAway(Access access) {
        return Boolean.TRUE.equals(access.deleted());
    }

    private static List<Long> ids(Stream<Access> accesses) {
        return accesses.map(Access::id).toList();
    }

    private static List<Long> change(
            Handle handle, Caller caller, long ticketId, List<Long> added, List<Long> removed) {
        Tickets.lockOpen(handle, caller, ticketId);
        var store = handle.attach(Store.class);
        var distinct = List.copyOf(new LinkedHashSet<>(added));
        if (store.lockAgents(caller.accountId(), distinct).size() != distinct.size()) {
            throw new Refusal.Invalid(FieldError.unknown("user_ids", "agent"));
        }
        store.add(caller.accountId(), ticketId, distinct);
        store.remove(caller.accountId(), ticketId, removed);
        return store.of(caller.accountId(), ticketId);
    }

    public void clear(Caller caller, long ticketId) {
        database.run(handle -> {
            Tickets.lockOpen(handle, caller, ticketId);
            handle.attach(Store.class).clear(caller.accountId(), ticketId);
        });
    }
}
