package dev.hilo.tickets;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.api.AssociatedTicket;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Shows a ticket's parent or tracker, and its children or the tickets it tracks, as far as the caller sees them. */
public final class AssociatedTickets {

    @RegisterConstructorMapper(AssociatedTicket.class)
    interface Store {
        String COLUMNS = """
                t.id, t.group_id, t.priority, t.requester_id, t.responder_id, t.source, t.company_id, t.status,
                t.subject, t.product_id, t.type, t.due_by, t.fr_due_by, t.is_escalated, t.created_at, t.updated_at
                """;

        @SqlQuery("select " + COLUMNS + """
                from tickets t
                where t.account_id = :sight.accountId and t.prime_id = :id and not t.deleted and not t.archived and
                """ + Sight.CONDITION + """
                order by t.id
                limit :limit
                """)
        List<AssociatedTicket> of(@BindMethods("sight") Sight sight, long id, int limit);

        @SqlQuery("select " + COLUMNS + """
                from tickets t
                where t.account_id = :sight.accountId and t.id = :id and not t.deleted and not t.archived and
                """ + Sight.CONDITION)
        Optional<AssociatedTicket> find(@BindMethods("sight") Sight sight, long id);
    }

    private final Database database;

    public AssociatedTickets(Database database) {
        this.database = database;
    }

    /** Oldest first; none for a ticket that is neither parent nor tracker. */
    public List<AssociatedTicket> of(Caller caller, long id) {
        return database.read(handle -> {
            require(handle, caller, id);
            return handle.attach(Store.class).of(Sight.of(caller), id, Associations.MOST_RELATED);
        });
    }

    public AssociatedTicket prime(Caller caller, long id) {
        return database.read(handle -> Optional.ofNullable(
                        require(handle, caller, id).primeId())
                .flatMap(prime -> handle.attach(Store.class).find(Sight.of(caller), prime))
                .orElseThrow(Refusal.NotFound::new));
    }

    private static TicketRow require(Handle handle, Caller caller, long id) {
        return handle.attach(TicketStore.class)
                .find(Sight.of(caller), id)
                .filter(ticket -> !ticket.archived())
                .orElseThrow(Refusal.NotFound::new);
    }
}
