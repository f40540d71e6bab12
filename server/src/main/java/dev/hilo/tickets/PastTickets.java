package dev.hilo.tickets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.api.Json;
import dev.hilo.events.TicketEvents;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Tickets as they were: the row of today with every change since then undone. */
final class PastTickets {

    interface Store {
        @SqlQuery("select to_jsonb(t)::text from tickets t where t.account_id = :accountId and t.id = :id")
        Optional<String> today(long accountId, long id);

        @SqlQuery("select " + TicketRow.OWN_COLUMNS
                + ", 0 as transaction from jsonb_populate_record(null::tickets, :row::jsonb) t")
        @RegisterConstructorMapper(TicketRow.class)
        TicketRow row(String row);
    }

    private final TicketEvents events;

    PastTickets(TicketEvents events) {
        this.events = events;
    }

    /** Empty when there is no such ticket, or was none at the time. */
    Optional<TicketRow> at(Handle handle, long accountId, long id, Instant time) {
        var store = handle.attach(Store.class);
        var today = store.today(accountId, id).map(PastTickets::parsed);
        if (today.isEmpty()) return Optional.empty();
        var row = today.get();
        var since = events.changesSince(handle, accountId, id, time);
        for (var change : since) {
            if (change.before() == null) return Optional.empty();
            row.setAll((ObjectNode) change.before());
        }
        if (!since.isEmpty()) {
            var last = events.lastChange(handle, accountId, id, time);
            row.put("updated_at", (last == null ? time : last).toString());
        }
        var past = store.row(row.toString());
        return past.createdAt().isAfter(time) ? Optional.empty() : Optional.of(past);
    }

    private static ObjectNode parsed(String row) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
