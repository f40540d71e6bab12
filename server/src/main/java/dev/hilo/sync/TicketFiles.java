package dev.hilo.sync;

import dev.hilo.attachments.Owner;
import dev.hilo.db.Database;
import java.util.List;

/** The files on tickets themselves, which no list tells of: each ticket is looked at once. */
final class TicketFiles {

    private static final int BATCH = 100;

    private final Database database;
    private final Source source;
    private final long accountId;
    private final Progress progress;
    private final Files files;

    TicketFiles(Database database, Source source, long accountId, Progress progress, Files files) {
        this.database = database;
        this.source = source;
        this.accountId = accountId;
        this.progress = progress;
        this.files = files;
    }

    void read() {
        while (progress.mayGoOn()) {
            var tickets = database.read(h -> h.attach(SyncStore.class).withoutFiles(accountId, BATCH));
            if (tickets.isEmpty()) return;
            for (long ticket : tickets) {
                if (!progress.mayGoOn()) return;
                read(ticket);
            }
        }
    }

    private void read(long ticketId) {
        try {
            var wire = source.get("/tickets/" + ticketId).body();
            var owners = List.of(wire);
            database.run(h -> {
                Landing.announce(h, "tickets");
                files.expect(h, Owner.TICKET, ticketId, owners);
            });
            files.fetch(Owner.TICKET, ticketId, owners);
            progress.landed("ticket_files", 1, Landing.Landed.NONE);
        } catch (Source.Refused e) {
            if (!e.isGone() && !e.isForbidden()) throw e;
        }
        database.run(h -> h.attach(SyncStore.class).filesRead(accountId, ticketId));
    }
}
