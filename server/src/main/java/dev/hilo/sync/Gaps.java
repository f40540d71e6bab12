package dev.hilo.sync;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hilo.db.Database;
import java.util.List;

/** Fills the places that were made for what others refer to and no list had shown. */
final class Gaps {

    private static final int MOST = 500;

    private final Database database;
    private final Source source;
    private final long accountId;
    private final Progress progress;
    private final ListReading reading;

    Gaps(Database database, Source source, long accountId, Progress progress, ListReading reading) {
        this.database = database;
        this.source = source;
        this.accountId = accountId;
        this.progress = progress;
        this.reading = reading;
    }

    void fill() {
        for (var list : Catalog.SETTINGS_LISTS) {
            var table = list.mappings().getLast().table();
            if (!List.of("agents", "groups", "products", "mailboxes").contains(table)) continue;
            if (unfilled(table).isEmpty()) continue;
            reading.read(list);
            giveUp(table, unfilled(table));
        }
        fill("companies", Mappings.COMPANIES);
        fill("contacts", Mappings.CONTACTS);
    }

    private List<Long> unfilled(String table) {
        return database.read(h -> References.unfilled(h, accountId, table, MOST));
    }

    private void giveUp(String table, List<Long> ids) {
        if (!ids.isEmpty()) database.run(h -> References.giveUp(h, accountId, table, ids));
    }

    private void fill(String table, Mapping mapping) {
        for (long id : unfilled(table)) {
            if (!progress.mayGoOn()) return;
            try {
                var wire = source.get("/" + table + "/" + id).body();
                var landed = database.write(h -> {
                    Landing.announce(h, table);
                    var rows = mapping.rows(JsonNodeFactory.instance.arrayNode().add(wire));
                    var sum = new Landing(h, accountId).land(mapping, rows);
                    if (table.equals("contacts")) Attached.otherEmails(h, accountId, List.of(wire));
                    return sum;
                });
                progress.landed(table, 1, landed);
            } catch (Source.Refused e) {
                if (!e.isGone() && !e.isForbidden()) throw e;
                giveUp(table, List.of(id));
            }
        }
    }
}
