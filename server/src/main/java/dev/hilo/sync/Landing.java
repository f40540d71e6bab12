package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.hilo.api.Json;
import dev.hilo.events.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Puts rows of the other account into a table under their own ids. Rows that are there already as they are are left alone,
 * so that a page can be landed any number of times and tells the history nothing twice.
 */
final class Landing {

    /** How many rows were new and how many changed. */
    record Landed(int created, int updated) {
        static final Landed NONE = new Landed(0, 0);

        Landed plus(Landed other) {
            return new Landed(created + other.created, updated + other.updated);
        }

        int all() {
            return created + updated;
        }
    }

    /** Beyond what JavaScript can count; numbers like these would leave no room in the sequence. */
    private static final long GREATEST_ID = 9_000_000_000_000_000L;

    /** Entries that are written here have greater numbers until they are there; {@code entry_id} in the database gives them. */
    static final long OURS_UNTIL_SENT = 8_000_000_000_000_000L;

    private final Handle handle;
    private final long accountId;

    Landing(Handle handle, long accountId) {
        this.handle = handle;
        this.accountId = accountId;
    }

    /** From here on the transaction's events tell of the mirror, at the times that the rows themselves carry. */
    static void announce(Handle handle, String cause) {
        handle.createQuery("select set_config('hilo.acting', :acting, true)")
                .bind("acting", "SYSTEM|||" + Event.MIRRORED + cause.replace('|', '/'))
                .mapTo(String.class)
                .one();
    }

    Landed land(Mapping mapping, ArrayNode rows) {
        if (rows.isEmpty()) return Landed.NONE;
        requireSaneIds(rows);
        References.secure(handle, accountId, mapping, rows);
        if (mapping.table().equals("contacts")) Attached.releaseIdentities(handle, accountId, rows);
        if (mapping.unique() != null) giveWay(mapping, rows);
        var states = handle.createQuery(upsert(mapping))
                .bind("accountId", accountId)
                .bind("rows", text(rows))
                .mapTo(boolean.class)
                .list();
        int created = (int) states.stream().filter(state -> state).count();
        return new Landed(created, states.size() - created);
    }

    private static void requireSaneIds(ArrayNode rows) {
        for (var row : rows) {
            long id = row.path("id").asLong();
            if (id < 1 || id > GREATEST_ID) throw new IllegalArgumentException("The id " + id + " is out of range");
        }
    }

    private static String upsert(Mapping m) {
        String changes = m.changing().stream().map(c -> c + " = excluded." + c).collect(Collectors.joining(", "));
        String before = m.changing().stream().map(c -> "t." + c).collect(Collectors.joining(", "));
        String after = m.changing().stream().map(c -> "excluded." + c).collect(Collectors.joining(", "));
        return "insert into " + m.table() + " as t (account_id, " + m.names("") + ") select :accountId, "
                + m.names("x.")
                + " from jsonb_to_recordset(:rows::jsonb) as x (" + m.definitions() + ") order by "
                + m.key().stream().map(k -> "x." + k).collect(Collectors.joining(", "))
                + " on conflict (account_id, " + String.join(", ", m.key()) + ") do update set " + changes
                + " where (" + before + ") is distinct from (" + after + ")"
                + (m.guardsTime() ? " and excluded.updated_at >= t.updated_at" : "") + " returning (xmax = 0)";
    }

    /** Another row that still has the value which one of these has now gets it with its number behind. */
    private void giveWay(Mapping m, ArrayNode rows) {
        String sql = """
                update %1$s t set %2$s = t.%2$s || ' ~' || t.id
                from jsonb_to_recordset(:rows::jsonb) as x (id bigint, %2$s text)
                where t.account_id = :accountId and lower(t.%2$s) = lower(x.%2$s) and t.id <> x.id
                """.formatted(m.table(), m.unique());
        handle.createUpdate(sql)
                .bind("accountId", accountId)
                .bind("rows", text(rows))
                .execute();
    }

    /** Moves the numbers that are given here past those that came from there. */
    void reserve(ArrayNode rows) {
        long greatest = 0;
        for (var row : rows) {
            long id = row.path("id").asLong();
            if (id < OURS_UNTIL_SENT) greatest = Math.max(greatest, id);
        }
        handle.createQuery("""
                        select case when last_value < :greatest then setval('global_id', :greatest) end from global_id
                        """).bind("greatest", greatest).mapTo(Long.class).one();
    }

    /** A row that is not the same on both sides. @param columns those that differ; null when it is not here at all */
    record Difference(long id, List<String> columns) {}

    /** What is different here, or missing. */
    List<Difference> differences(Mapping m, ArrayNode rows) {
        if (rows.isEmpty()) return List.of();
        String sql = """
                select x.id, t.id is null as missing,
                  array(select a.key from jsonb_each(to_jsonb(x)) a join jsonb_each(to_jsonb(t)) b using (key)
                        where a.value is distinct from b.value order by a.key) as columns
                from jsonb_to_recordset(:rows::jsonb) as x (%s)
                left join %s t on t.account_id = :accountId and t.id = x.id
                """.formatted(m.definitions(), m.table());
        var found = new ArrayList<Difference>();
        handle.createQuery(sql)
                .bind("accountId", accountId)
                .bind("rows", text(rows))
                .map((row, context) -> new Difference(
                        row.getLong(1),
                        row.getBoolean(2)
                                ? null
                                : List.of((String[]) row.getArray(3).getArray())))
                .forEach(difference -> {
                    if (difference.columns == null || !difference.columns.isEmpty()) found.add(difference);
                });
        return found;
    }

    static String text(JsonNode rows) {
        try {
            return Json.MAPPER.writeValueAsString(rows);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
