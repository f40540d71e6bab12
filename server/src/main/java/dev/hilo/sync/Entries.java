package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.attachments.Owner;
import dev.hilo.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The entries of changed tickets: the tail of each alone, unless what is known of it does not fit any more. */
final class Entries {

    private static final int BATCH = 200;
    private static final int AT_ONCE = 6;
    private static final Duration UNCHECKED = Duration.ofDays(7);
    private static final int A_FEW = 20;
    private static final String RESOURCE = "conversations";

    private final Database database;
    private final Clock clock;
    private final Source source;
    private final long accountId;
    private final Progress progress;
    private final Files files;

    Entries(Database database, Clock clock, Source source, long accountId, Progress progress, Files files) {
        this.database = database;
        this.clock = clock;
        this.source = source;
        this.accountId = accountId;
        this.progress = progress;
        this.files = files;
    }

    /** Reads those of all tickets that changed since theirs were read, in the order of the changes. */
    void read() {
        var after = Instant.EPOCH;
        long afterId = 0;
        progress.expect(database.read(h -> h.attach(SyncStore.class).countPending(accountId)));
        try (var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("sync-entries").factory())) {
            while (progress.mayGoOn()) {
                var from = after;
                long fromId = afterId;
                var batch = database.read(h -> h.attach(SyncStore.class).pending(accountId, from, fromId, BATCH));
                if (batch.isEmpty()) return;
                inTurn(threads, batch);
                after = batch.getLast().updatedAt();
                afterId = batch.getLast().ticketId();
                progress.done(batch.size());
            }
        }
    }

    private void inTurn(java.util.concurrent.ExecutorService threads, List<SyncStore.Pending> batch) {
        var running = new ArrayList<Future<?>>();
        for (int from = 0; from < batch.size() && progress.mayGoOn(); from += AT_ONCE) {
            for (var ticket : batch.subList(from, Math.min(batch.size(), from + AT_ONCE))) {
                running.add(threads.submit((Callable<Void>) () -> {
                    read(ticket, false);
                    return null;
                }));
            }
            running.forEach(Entries::await);
            running.clear();
        }
    }

    private static void await(Future<?> task) {
        try {
            task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Source.Unreachable("Stopped", e);
        }
    }

    /** Reads all entries of some tickets. */
    void readWhole(List<Long> ticketIds) {
        for (long id : ticketIds) {
            if (!progress.mayGoOn()) return;
            database.read(h -> h.attach(SyncStore.class).pending(accountId, id))
                    .ifPresent(ticket -> read(ticket, true));
        }
    }

    /** Reads all entries of a few tickets that nobody has compared for long. */
    void reconcile() {
        var before = clock.instant().minus(UNCHECKED);
        readWhole(database.read(h -> h.attach(SyncStore.class).unchecked(accountId, before, A_FEW)));
    }

    /** What a ticket's list of entries told. @param from the place of the first of them */
    private record Told(int from, List<JsonNode> wires, Instant date) {
        List<Long> ids() {
            return wires.stream().map(wire -> wire.path("id").longValue()).toList();
        }
    }

    /** @param whole whether all pages are read, whatever is known */
    void read(SyncStore.Pending ticket, boolean whole) {
        try {
            var told = told(ticket.ticketId(), whole ? 0 : ticket.known() / Cursor.PAGE_SIZE);
            boolean fits = told.from == 0 || fits(ticket, told);
            if (!fits) told = told(ticket.ticketId(), 0);
            keep(ticket, told);
        } catch (Source.Refused e) {
            if (!e.isGone() && !e.isForbidden()) throw e;
            progress.note(RESOURCE, "Those of ticket " + ticket.ticketId() + " cannot be read: " + e.getMessage());
            database.run(h -> h.attach(SyncStore.class)
                    .entriesRead(accountId, ticket.ticketId(), ticket.updatedAt(), clock.instant()));
        }
    }

    private Told told(long ticketId, int pagesBefore) {
        var wires = new ArrayList<JsonNode>();
        Instant date = null;
        for (int page = pagesBefore + 1; ; page++) {
            var told = source.get(
                    "/tickets/" + ticketId + "/conversations?per_page=" + Cursor.PAGE_SIZE + "&page=" + page);
            if (date == null) date = told.date();
            told.body().forEach(wire -> {
                if (wire.path("id").longValue() < Landing.OURS_UNTIL_SENT) wires.add(wire);
            });
            if (told.body().size() < Cursor.PAGE_SIZE) return new Told(pagesBefore * Cursor.PAGE_SIZE, wires, date);
        }
    }

    /** Whether the tail begins with the entries that are known at its place, so that none is gone from before it. */
    private boolean fits(SyncStore.Pending ticket, Told told) {
        var known = database.read(h -> h.attach(SyncStore.class).entryIds(accountId, ticket.ticketId(), told.from));
        return told.ids().containsAll(known);
    }

    private void keep(SyncStore.Pending ticket, Told told) {
        boolean settled = Catalog.isSettled(ticket.updatedAt(), told.date);
        var checkedAt = told.from == 0 ? clock.instant() : null;
        var landed = database.write(handle -> {
            Landing.announce(handle, RESOURCE);
            var store = handle.attach(SyncStore.class);
            var rows = Mappings.CONVERSATIONS.rows(told.wires);
            var landing = new Landing(handle, accountId);
            var sum = landing.land(Mappings.CONVERSATIONS, rows);
            landing.reserve(rows);
            if (told.from == 0) store.deleteEntriesBut(accountId, ticket.ticketId(), told.ids());
            files.expect(handle, Owner.CONVERSATION, ticket.ticketId(), told.wires);
            store.entriesRead(accountId, ticket.ticketId(), settled ? ticket.updatedAt() : null, checkedAt);
            return sum;
        });
        files.fetch(Owner.CONVERSATION, ticket.ticketId(), told.wires);
        progress.landed(RESOURCE, told.wires.size(), landed);
    }

    /** How many entries of a ticket are not the same on both sides, those that only one has included. */
    int differences(long ticketId) {
        var told = told(ticketId, 0);
        return database.read(handle -> {
            var rows = Mappings.CONVERSATIONS.rows(told.wires);
            int different = new Landing(handle, accountId)
                    .differences(Mappings.CONVERSATIONS, rows)
                    .size();
            var here = new HashSet<>(handle.attach(SyncStore.class).entryIds(accountId, ticketId, 0));
            told.ids().forEach(here::remove);
            return different + here.size();
        });
    }
}
