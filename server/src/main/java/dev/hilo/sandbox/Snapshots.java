package dev.hilo.sandbox;

import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * An account's rows put aside and brought back. What is a log of what happened (events, the positions of those who follow
 * them) stays as it is and goes on: a reset is an event itself.
 */
final class Snapshots {

    private static final Set<String> GOING_ON = Set.of("events", "event_cursors", "jobs");

    private final Database database;

    Snapshots(Database database) {
        this.database = database;
    }

    void take(long accountId, String name) {
        database.run(h -> {
            String schema = schema(accountId, name);
            h.execute("drop schema if exists " + schema + " cascade");
            h.execute("create schema " + schema);
            for (var table : tables(h)) {
                h.execute("create table " + schema + "." + table + " as select * from " + table + " where account_id = "
                        + accountId);
            }
        });
    }

    void restore(long accountId, String name) {
        database.run(h -> {
            String schema = schema(accountId, name);
            requireThere(h, schema);
            // Neither foreign keys nor the event log hear of the rows that go and come.
            h.execute("set local session_replication_role = replica");
            for (var table : tables(h)) {
                h.execute("delete from " + table + " where account_id = " + accountId);
                var columns = String.join(", ", columns(h, table, schema));
                if (columns.isEmpty()) continue;
                h.execute("insert into " + table + " (" + columns + ") select " + columns + " from " + schema + "."
                        + table);
            }
            h.execute("set local session_replication_role = origin");
            h.createUpdate("""
                            insert into events (account_id, id, at, type, record, record_id, actor_kind, cause)
                            select :accountId, nextval('event_id'), clock_timestamp(), 'sandbox.reset', 'sandbox', :accountId,
                              'SYSTEM', :name
                            from pg_current_xact_id()
                            """).bind("accountId", accountId).bind("name", name).execute();
        });
    }

    List<String> names(long accountId) {
        String prefix = prefix(accountId);
        return database.read(
                h -> h.createQuery("select nspname from pg_namespace where starts_with(nspname, ?) order by 1")
                        .bind(0, prefix)
                        .mapTo(String.class)
                        .map(schema -> schema.substring(prefix.length()))
                        .list());
    }

    private static void requireThere(Handle handle, String schema) {
        boolean there = handle.createQuery("select exists (select from pg_namespace where nspname = ?)")
                .bind(0, schema)
                .mapTo(boolean.class)
                .one();
        if (!there) throw new Refusal.NotFound();
    }

    private static List<String> tables(Handle handle) {
        return handle.createQuery("""
                        select c.relname from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id'
                        where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
                        order by c.relname
                        """).mapTo(String.class).list().stream()
                .filter(table -> !GOING_ON.contains(table))
                .toList();
    }

    /** Those of a table that its copy has too: a snapshot may be older than the schema. */
    private static List<String> columns(Handle handle, String table, String schema) {
        return handle.createQuery("""
                        select quote_ident(a.attname) from pg_attribute a
                        join pg_attribute copied on copied.attname = a.attname and not copied.attisdropped
                          and copied.attrelid = to_regclass(:copy)
                        where a.attrelid = :table::regclass and a.attnum > 0 and not a.attisdropped
                          and a.attgenerated = ''
                        """)
                .bind("table", table)
                .bind("copy", schema + "." + table)
                .mapTo(String.class)
                .list();
    }

    private static String prefix(long accountId) {
        return "snapshot_" + accountId + "_";
    }

    /** @param name of letters, digits and underscores; checked by the caller */
    private static String schema(long accountId, String name) {
        return prefix(accountId) + name;
    }
}
