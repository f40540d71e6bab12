package dev.hilo.backup;

import dev.hilo.db.DatabaseUrl;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** One transaction over all of a database's tables; undone unless committed. */
final class Session implements AutoCloseable {

    private final Connection connection;
    private final Handle handle;

    private Session(Connection connection) {
        this.connection = connection;
        this.handle = Jdbi.open(connection);
    }

    /** Sees the database as it is now, and goes on seeing it so. */
    static Session reading(DatabaseUrl url) throws SQLException {
        return open(url, Connection.TRANSACTION_REPEATABLE_READ, true);
    }

    static Session writing(DatabaseUrl url) throws SQLException {
        return open(url, Connection.TRANSACTION_READ_COMMITTED, false);
    }

    private static Session open(DatabaseUrl url, int isolation, boolean readOnly) throws SQLException {
        var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
        connection.setTransactionIsolation(isolation);
        connection.setReadOnly(readOnly);
        connection.setAutoCommit(false);
        var session = new Session(connection);
        // What COPY's text depends on.
        session.execute("set local time zone 'UTC'");
        session.execute("set local datestyle = 'ISO'");
        session.execute("set local intervalstyle = 'postgres'");
        session.execute("set local bytea_output = 'hex'");
        session.execute("set local lock_timeout = '10s'");
        return session;
    }

    void execute(String sql) {
        handle.execute(sql);
    }

    /** The columns that are stored, in their order, of every table but Flyway's. */
    List<TableColumns> tables() {
        return handle.createQuery("""
                        select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
                        from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relnamespace = current_schema()::regnamespace
                          and c.relkind in ('r', 'p') and not c.relispartition
                          and c.relname <> 'flyway_schema_history'
                          and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                        group by c.relname order by c.relname""")
                .map((row, context) -> new TableColumns(row.getString("name"), List.of((String[])
                        row.getArray("columns").getArray())))
                .list();
    }

    List<Manifest.Sequence> sequences() {
        return handle
                .createQuery("""
                        select c.relname, s.seqincrement
                        from pg_sequence s join pg_class c on c.oid = s.seqrelid
                        where c.relnamespace = current_schema()::regnamespace order by c.relname""")
                .map((row, context) -> new Manifest.Sequence(row.getString(1), row.getLong(2)))
                .stream()
                .map(sequence -> new Manifest.Sequence(sequence.name(), next(sequence.name(), sequence.next())))
                .toList();
    }

    private long next(String sequence, long increment) {
        return handle.createQuery("select case when is_called then last_value + :increment else last_value end from "
                        + quoted(sequence))
                .bind("increment", increment)
                .mapTo(long.class)
                .one();
    }

    List<ForeignKey> foreignKeys() {
        return handle.createQuery("""
                        select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
                        from pg_constraint
                        where contype = 'f' and conparentid = 0 and connamespace = current_schema()::regnamespace""")
                .map((row, context) -> new ForeignKey(
                        row.getString("table"), quoted(row.getString("name")), row.getString("definition")))
                .list();
    }

    String schemaVersion() {
        return handle.createQuery("""
                        select version from flyway_schema_history
                        where success and version is not null order by installed_rank desc limit 1""")
                .mapTo(String.class)
                .findOne()
                .orElseThrow(() -> new BackupFailed("The database has no schema of Hilo's"));
    }

    boolean hasAccounts() {
        return handle.createQuery("select exists (select from accounts)")
                .mapTo(boolean.class)
                .one();
    }

    /** @return the number of rows */
    long copyOut(TableColumns table, OutputStream target) throws SQLException, IOException {
        return copier().copyOut(
                        "copy (select " + table.list() + " from " + quoted(table.name()) + ") to stdout", target);
    }

    /** @return the number of rows */
    long copyIn(TableColumns table, InputStream source) throws SQLException, IOException {
        var sql = "copy " + quoted(table.name()) + " (" + table.list() + ") from stdin";
        return copier().copyIn(sql, source, 1 << 16);
    }

    private CopyManager copier() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    void commit() throws SQLException {
        connection.commit();
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(List<String> names) {
        return names.stream().map(Session::quoted).collect(Collectors.joining(", "));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
