package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hilo.db.Database;
import java.util.List;
import java.util.Map;

/** One ticket, read and put down as it is there now, whatever stood here. */
final class TicketNow {

    private final Database database;
    private final Source source;
    private final long accountId;
    private final Entries entries;

    TicketNow(Database database, Source source, long accountId, Entries entries) {
        this.database = database;
        this.source = source;
        this.accountId = accountId;
        this.entries = entries;
    }

    JsonNode view(long ticketId) {
        return source.get("/tickets/" + ticketId + "?include=stats").body();
    }

    void read(long ticketId) {
        var told = source.get("/tickets/" + ticketId + "?include=stats");
        var wire = Catalog.marked(
                told.body(), Map.of("deleted", told.body().path("deleted").asBoolean()));
        var mapping = Mappings.TICKETS.unguarded();
        database.run(h -> {
            Landing.announce(h, "tickets");
            new Landing(h, accountId)
                    .land(
                            mapping,
                            mapping.rows(JsonNodeFactory.instance.arrayNode().add(wire)));
            Catalog.listed(h.attach(SyncStore.class), new ListSpec.Page(accountId, List.of(wire), told.date()));
        });
        entries.readWhole(List.of(ticketId));
    }
}
