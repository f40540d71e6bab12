package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.db.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a list page by page. The rows of a page and the place behind it are kept in one transaction, so that whatever ends
 * the reading costs less than a page.
 */
final class ListReading {

    private static final Logger LOG = LoggerFactory.getLogger(ListReading.class);

    private final Database database;
    private final Clock clock;
    private final Source source;
    private final long accountId;
    private final Progress progress;

    ListReading(Database database, Clock clock, Source source, long accountId, Progress progress) {
        this.database = database;
        this.clock = clock;
        this.source = source;
        this.accountId = accountId;
        this.progress = progress;
    }

    /** Reads what is left of the list. What may not be read is noted, and asked for again after a while. */
    void read(ListSpec list) {
        try {
            var cursor = database.read(h -> begin(h.attach(SyncStore.class), list));
            var seen = new HashSet<Long>();
            boolean fromStart = cursor.page() == 1;
            for (boolean more = true; more && progress.mayGoOn(); ) {
                var page = list(source.get(list.address(cursor)));
                boolean isEnd = !list.paged() || cursor.isEnd(page.wires.size());
                var next = isEnd ? cursor.atEnd(page.wires) : cursor.behind(page.wires, list.rolls());
                var wires = page.wires.stream()
                        .map(wire -> list.mark().on(source, wire))
                        .toList();
                wires.forEach(wire -> seen.add(wire.path("id").asLong()));
                keep(list, new ListSpec.Page(accountId, wires, page.date), next, isEnd);
                more = !isEnd;
                cursor = next;
                if (!more && list.isWhole() && fromStart) forgetOthers(list, seen);
            }
        } catch (Source.Refused e) {
            progress.note(list.resource(), e.getMessage());
            var later = clock.instant().plus(list.every().plusHours(1));
            database.run(h -> h.attach(SyncStore.class).troubled(accountId, list.resource(), later, e.getMessage()));
        }
    }

    private record Told(List<JsonNode> wires, Instant date) {}

    private static Told list(Source.Told told) {
        var wires = new ArrayList<JsonNode>();
        if (told.body() != null) told.body().forEach(wires::add);
        wires.removeIf(wire -> !wire.isObject());
        return new Told(wires, told.date());
    }

    private Cursor begin(SyncStore store, ListSpec list) {
        var cursor = store.cursor(accountId, list.resource()).orElse(Cursor.first(list.resource()));
        if (list.sinceParameter() == null || !cursor.complete() || cursor.page() > 1) return cursor;
        if (!list.rolls()) return cursor;
        boolean spam = list.resource().equals("tickets_spam");
        boolean deleted = list.resource().equals("tickets_deleted");
        return cursor.since().equals(cursor.newest())
                ? cursor.from(store.overlap(accountId, cursor.newest(), spam, deleted))
                : cursor;
    }

    private void keep(ListSpec list, ListSpec.Page page, Cursor next, boolean isEnd) {
        var dueAt = isEnd ? clock.instant().plus(list.every()) : clock.instant();
        try {
            var landed = database.write(handle -> {
                var sum = land(handle, list, page);
                handle.attach(SyncStore.class).save(accountId, next, dueAt);
                return sum;
            });
            progress.landed(list.resource(), page.wires().size(), landed);
        } catch (RuntimeException e) {
            LOG.warn("A page of {} of account {} goes in row by row", list.resource(), accountId, e);
            for (var wire : page.wires()) keepOne(list, page, wire);
            database.run(h -> h.attach(SyncStore.class).save(accountId, next, dueAt));
        }
    }

    /** A row that cannot be kept is noted, and never the end. */
    private void keepOne(ListSpec list, ListSpec.Page page, JsonNode wire) {
        var alone = new ListSpec.Page(accountId, List.of(wire), page.date());
        try {
            progress.landed(list.resource(), 1, database.write(handle -> land(handle, list, alone)));
        } catch (RuntimeException e) {
            progress.note(list.resource(), "No. " + wire.path("id").asText() + " cannot be kept: " + reason(e));
        }
    }

    static String reason(Throwable e) {
        var cause = e;
        while (cause.getCause() != null) cause = cause.getCause();
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return message.length() > 200 ? message.substring(0, 200) : message;
    }

    private Landing.Landed land(Handle handle, ListSpec list, ListSpec.Page page) {
        Landing.announce(handle, list.resource());
        var landing = new Landing(handle, accountId);
        var sum = Landing.Landed.NONE;
        for (var mapping : list.mappings()) {
            var rows = mapping.rows(page.wires());
            sum = sum.plus(landing.land(mapping, rows));
            if (!mapping.table().equals("tickets")) landing.reserve(rows);
        }
        list.then().after(handle, page);
        return sum;
    }

    /** What a list that was read whole does not show is not there any more. */
    private void forgetOthers(ListSpec list, Set<Long> seen) {
        if (seen.isEmpty()) return;
        var mapping = list.mappings().getLast();
        String condition = mapping.table().equals("fields")
                ? " and resource = '" + list.resource().split("_")[0] + "'"
                : "";
        try {
            database.run(handle -> {
                Landing.announce(handle, list.resource());
                handle.createUpdate("delete from " + mapping.table()
                                + " where account_id = :accountId and not id = any(:ids)" + condition)
                        .bind("accountId", accountId)
                        .bind("ids", seen.toArray(Long[]::new))
                        .execute();
            });
        } catch (RuntimeException e) {
            progress.note(list.resource(), "What is gone there cannot be removed: " + reason(e));
        }
    }
}
