package dev.hilo.tickets;

import dev.hilo.api.Ticket;
import dev.hilo.api.TicketItem;
import dev.hilo.fields.TicketForm;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Fills the rows of a list with what the wire wants beside them: at most one query more per kind of thing. */
final class TicketItems {

    interface Store {
        @SqlQuery(
                "select id, name, email, mobile, phone from contacts where account_id = :accountId and id = any(:ids)")
        @RegisterConstructorMapper(Ticket.Requester.class)
        List<Ticket.Requester> requesters(long accountId, List<Long> ids);

        @SqlQuery("""
                select prime_id, count(*) as associates from tickets
                where account_id = :accountId and prime_id = any(:ids) and not deleted
                group by prime_id
                """)
        @KeyColumn("prime_id")
        @ValueColumn("associates")
        Map<Long, Integer> associates(long accountId, List<Long> ids);
    }

    private final Store store;
    private final long accountId;
    private final TicketForm form;

    TicketItems(Handle handle, long accountId, TicketForm form) {
        this.store = handle.attach(Store.class);
        this.accountId = accountId;
        this.form = form;
    }

    List<TicketItem> of(List<TicketRow> rows, Includes includes) {
        var requesters = includes.has("requester") ? requesters(rows) : Map.<Long, Ticket.Requester>of();
        var associates = associates(rows);
        return rows.stream()
                .map(row -> TicketViews.item(
                        row,
                        form.full(row.customFields()),
                        isPrime(row) ? associates.getOrDefault(row.id(), 0) : null,
                        includes.has("description"),
                        requesters.get(row.requesterId()),
                        includes.has("stats")))
                .toList();
    }

    private Map<Long, Ticket.Requester> requesters(List<TicketRow> rows) {
        var ids = rows.stream().map(TicketRow::requesterId).distinct().toList();
        return store.requesters(accountId, ids).stream()
                .collect(Collectors.toMap(Ticket.Requester::id, Function.identity()));
    }

    private Map<Long, Integer> associates(List<TicketRow> rows) {
        var ids = rows.stream().filter(TicketItems::isPrime).map(TicketRow::id).toList();
        return ids.isEmpty() ? Map.of() : store.associates(accountId, ids);
    }

    private static boolean isPrime(TicketRow row) {
        return row.associationType() != null
                && (row.associationType() == Associations.PARENT || row.associationType() == Associations.TRACKER);
    }
}
