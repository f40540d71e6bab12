package dev.hilo.testing;

import static org.awaitility.Awaitility.await;

import dev.hilo.db.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** All that the database holds, as a number of rows and a sum over their content for each table. */
public final class Tables {

    /** What changes by itself: the scheduler's heartbeats, and what is made of other records behind one's back. */
    private static final List<String> ALIVE =
            List.of("scheduled_tasks", "flyway_schema_history", "knowledge", "passages", "passage_vectors");

    private final Database database;
    private final String query;

    public Tables(Database database) {
        this.database = database;
        this.query = names().stream().map("""
                        select '%1$s' as name, count(*) as rows, coalesce(sum(hashtextextended((to_jsonb(t) - 'last_active_at')::text, 0)), 0) as content
                        from %1$s t"""::formatted).collect(Collectors.joining("\nunion all\n"));
    }

    private List<String> names() {
        return database.read(h -> h.createQuery("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all(:alive)
                        order by table_name
                        """)
                .bindArray("alive", String.class, ALIVE)
                .mapTo(String.class)
                .list());
    }

    /** Rows and content by table. */
    public Map<String, String> state() {
        var state = new TreeMap<String, String>();
        database.read(h -> h.createQuery(query)
                        .map((rows, context) -> Map.entry(
                                rows.getString("name"),
                                rows.getLong("rows") + " rows, content " + rows.getString("content")))
                        .list())
                .forEach(table -> state.put(table.getKey(), table.getValue()));
        return state;
    }

    /** Waits until the background has done what it does to new records. @return the state then */
    public Map<String, String> awaitRest() {
        var last = new AtomicReference<Map<String, String>>();
        await().pollInterval(Duration.ofMillis(500)).until(() -> {
            var state = state();
            return state.equals(last.getAndSet(state));
        });
        return last.get();
    }
}
