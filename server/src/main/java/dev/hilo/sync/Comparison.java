package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.api.Json;
import dev.hilo.db.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Both sides held against each other: each list row by row, with counts and hashes by the day on which the rows came, and the
 * entries of as many tickets as calls may be spent on.
 */
final class Comparison {

    private static final int MOST_NAMED = 1000;
    private static final int MOST_DAYS = 1000;

    /** What differs. @param what the fields; {@code missing} here, or {@code only here} */
    record Difference(String resource, long id, String what) {}

    private final Database database;
    private final Source source;
    private final long accountId;
    private final Progress progress;
    private final Entries entries;
    private final boolean repairs;
    private final Instant begin;
    private final List<Difference> named = new ArrayList<>();
    private final ObjectNode resources = Json.MAPPER.createObjectNode();
    private final Map<String, Set<Long>> seen = new LinkedHashMap<>();
    private long differences;
    private long repaired;

    /** @param begin what changed there since is no difference */
    Comparison(
            Database database,
            Source source,
            long accountId,
            Progress progress,
            Entries entries,
            boolean repairs,
            Instant begin) {
        this.database = database;
        this.source = source;
        this.accountId = accountId;
        this.progress = progress;
        this.entries = entries;
        this.repairs = repairs;
        this.begin = begin;
    }

    /** @param tickets whose entries are compared, the ones that were not for longest first */
    ObjectNode run(int tickets) {
        for (var lists : List.of(Catalog.SETTINGS_LISTS, Catalog.PEOPLE_LISTS, Catalog.TICKET_LISTS)) {
            for (var list : lists) compare(list);
        }
        findThoseOnlyHere();
        int compared = compareEntries(tickets);
        var report = Json.MAPPER.createObjectNode();
        report.put("differences", differences);
        report.put("repaired", repaired);
        report.put("tickets_with_entries_compared", compared);
        report.set("resources", resources);
        report.set("named", Json.MAPPER.valueToTree(named));
        return report;
    }

    private void compare(ListSpec list) {
        var days = new Days(list.mappings().getLast());
        try {
            var cursor = Cursor.first(list.resource());
            for (boolean more = true; more && progress.mayGoOn(); ) {
                var wires = new ArrayList<JsonNode>();
                source.get(list.address(cursor)).body().forEach(wires::add);
                more = list.paged() && !cursor.isEnd(wires.size());
                if (more) cursor = cursor.behind(wires, list.rolls());
                var ours = seen.computeIfAbsent(days.mapping.table() + conditionOf(list), table -> new HashSet<>());
                wires.removeIf(wire -> !ours.add(wire.path("id").asLong()));
                var marked =
                        wires.stream().map(wire -> list.mark().on(source, wire)).toList();
                comparePage(list, days, marked);
                progress.landed(list.resource(), marked.size(), Landing.Landed.NONE);
            }
            resources.set(list.resource(), days.report());
        } catch (Source.Refused e) {
            progress.note(list.resource(), e.getMessage());
        }
    }

    private void comparePage(ListSpec list, Days days, List<JsonNode> wires) {
        for (var mapping : list.mappings()) {
            var rows = mapping.rows(wires);
            var found = database.read(h -> {
                References.withoutUnknownHours(h, accountId, mapping, rows);
                if (mapping == days.mapping) days.add(h, rows);
                return new Landing(h, accountId).differences(mapping, rows);
            });
            for (var difference : found) {
                var wire = wires.stream()
                        .filter(w -> w.path("id").asLong() == difference.id())
                        .findFirst()
                        .orElseThrow();
                if (!isMoving(wire)) differs(list, difference, wire);
            }
        }
    }

    private boolean isMoving(JsonNode wire) {
        return Cursor.changedAt(wire).isAfter(begin);
    }

    private void differs(ListSpec list, Landing.Difference difference, JsonNode wire) {
        String what = difference.columns() == null ? "missing" : String.join(", ", difference.columns());
        name(new Difference(list.resource(), difference.id(), what));
        if (!repairs) return;
        database.run(h -> {
            Landing.announce(h, "repair");
            var landing = new Landing(h, accountId);
            var rows = JsonNodeFactory.instance.arrayNode().add(wire);
            for (var mapping : list.mappings()) landing.land(mapping.unguarded(), mapping.rows(rows));
            list.then().after(h, new ListSpec.Page(accountId, List.of(wire), null));
        });
        repaired++;
    }

    private void name(Difference difference) {
        differences++;
        if (named.size() < MOST_NAMED) named.add(difference);
    }

    /** Fields of three kinds share a table. */
    private static String conditionOf(ListSpec list) {
        return list.resource().endsWith("_fields")
                ? " and resource = '" + list.resource().split("_")[0] + "'"
                : "";
    }

    private void findThoseOnlyHere() {
        seen.forEach((tableAndCondition, ids) -> {
            if (ids.isEmpty()) return;
            String table = tableAndCondition.split(" ")[0];
            String also = switch (table) {
                case "tickets" -> " and not archived";
                case "contacts" ->
                    " and not deleted and not exists (select from agents a"
                            + " where a.account_id = t.account_id and a.id = t.id)";
                default -> "";
            };
            var only = database.read(h -> h.createQuery("select id from " + table + " t where account_id = :accountId"
                            + " and not id = any(:ids)"
                            + tableAndCondition.substring(table.length()) + also + " order by id limit 1000")
                    .bind("accountId", accountId)
                    .bind("ids", ids.toArray(Long[]::new))
                    .mapTo(Long.class)
                    .list());
            for (long id : only) onlyHere(table, id);
        });
    }

    private void onlyHere(String table, long id) {
        name(new Difference(table, id, "only here"));
        if (!repairs) return;
        try {
            database.run(h -> {
                Landing.announce(h, "repair");
                if (table.equals("tickets") && isArchived(id)) {
                    h.execute("update tickets set archived = true where account_id = ? and id = ?", accountId, id);
                } else if (table.equals("contacts")) {
                    h.execute("update contacts set deleted = true where account_id = ? and id = ?", accountId, id);
                } else {
                    h.execute("delete from " + table + " where account_id = ? and id = ?", accountId, id);
                }
            });
            repaired++;
        } catch (org.jdbi.v3.core.JdbiException e) {
            progress.note(table, "No. " + id + " cannot be removed: " + ListReading.reason(e));
        }
    }

    private boolean isArchived(long ticketId) {
        try {
            source.get("/tickets/archived/" + ticketId);
            return true;
        } catch (Source.Refused e) {
            return false;
        }
    }

    private int compareEntries(int most) {
        var tickets = database.read(h -> h.attach(SyncStore.class).longestUnchecked(accountId, most));
        progress.expect(tickets.size());
        int compared = 0;
        for (long ticket : tickets) {
            if (!progress.mayGoOn()) break;
            try {
                int different = entries.differences(ticket);
                if (different > 0) {
                    name(new Difference("conversations", ticket, different + " of this ticket"));
                    if (repairs) {
                        entries.readWhole(List.of(ticket));
                        repaired++;
                    }
                } else {
                    database.run(h -> h.attach(SyncStore.class).checked(accountId, ticket, begin));
                }
                compared++;
            } catch (Source.Refused e) {
                progress.note("conversations", "Those of ticket " + ticket + " cannot be read: " + e.getMessage());
            }
            progress.done(1);
        }
        return compared;
    }

    /** Counts and hashes of a list by day, there and here. */
    private final class Days {

        private record Sum(long count, long hash) {
            Sum plus(Sum other) {
                return new Sum(count + other.count, hash + other.hash);
            }
        }

        private static final String SUMS = """
                select to_char(r.created_at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*) as count,
                  sum(('x' || left(md5(to_jsonb(r)::text), 8))::bit(32)::bigint)::bigint as hash
                from (%s) r group by 1
                """;

        private final Mapping mapping;
        private final Map<String, Sum> there = new java.util.TreeMap<>(java.util.Comparator.reverseOrder());
        private final Map<String, Sum> here = new java.util.TreeMap<>();

        Days(Mapping mapping) {
            this.mapping = mapping;
        }

        void add(Handle handle, ArrayNode rows) {
            read(handle.createQuery(SUMS.formatted("select * from jsonb_to_recordset(:rows::jsonb) as x ("
                                    + mapping.definitions() + ")"))
                            .bind("rows", Landing.text(rows)))
                    .forEach((day, sum) -> there.merge(day, sum, Sum::plus));
            var ids = new ArrayList<Long>();
            rows.forEach(row -> ids.add(row.path("id").asLong()));
            read(handle.createQuery(SUMS.formatted("select " + mapping.names("t.") + " from " + mapping.table()
                                    + " t where t.account_id = :accountId and t.id = any(:ids)"))
                            .bind("accountId", accountId)
                            .bind("ids", ids.toArray(Long[]::new)))
                    .forEach((day, sum) -> here.merge(day, sum, Sum::plus));
        }

        private static Map<String, Sum> read(org.jdbi.v3.core.statement.Query query) {
            var sums = new LinkedHashMap<String, Sum>();
            query.map((row, context) -> Map.entry(row.getString(1), new Sum(row.getLong(2), row.getLong(3))))
                    .forEach(entry -> sums.put(entry.getKey(), entry.getValue()));
            return sums;
        }

        ObjectNode report() {
            var report = Json.MAPPER.createObjectNode();
            report.put("there", there.values().stream().mapToLong(Sum::count).sum());
            report.put("here", here.values().stream().mapToLong(Sum::count).sum());
            report.put("same", there.equals(here));
            var days = report.putArray("days");
            there.entrySet().stream().limit(MOST_DAYS).forEach(entry -> {
                var sum = here.getOrDefault(entry.getKey(), new Sum(0, 0));
                days.addObject()
                        .put("day", entry.getKey())
                        .put("there", entry.getValue().count)
                        .put("here", sum.count)
                        .put("hash_there", Long.toHexString(entry.getValue().hash))
                        .put("hash_here", Long.toHexString(sum.hash));
            });
            return report;
        }
    }
}
