package dev.hilo.export;

import dev.hilo.accounts.Account;
import dev.hilo.db.DatabaseUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The schema {@code hilo_export} of another PostgreSQL, written in one transaction. */
final class PostgresSchema implements Target {

    private static final int FLUSH = 64 * 1024;

    private final Connection connection;

    PostgresSchema(DatabaseUrl url) throws SQLException {
        connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
        try {
            connection.setAutoCommit(false);
            // Two runs at a time would both begin where the last one ended.
            run("select pg_advisory_xact_lock(7210945)");
            run("create schema if not exists hilo_export");
            run("""
                    create table if not exists hilo_export.hilo_export (
                      account_id bigint primary key, account text not null, schema_version integer not null,
                      cursor bigint not null, shape text not null, exported_at timestamptz not null)""");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public Optional<Manifest> last(Account account) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select account, account_id, schema_version, cursor, shape, exported_at
                from hilo_export.hilo_export where account_id = ?""")) {
            statement.setLong(1, account.accountId());
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) return Optional.empty();
                return Optional.of(new Manifest(
                        rows.getString(1),
                        rows.getLong(2),
                        rows.getInt(3),
                        rows.getLong(4),
                        rows.getString(5),
                        rows.getObject(6, OffsetDateTime.class).toInstant()));
            }
        }
    }

    @Override
    public TableWriter write(Account account, Table table, boolean whole) throws SQLException {
        if (whole) makeRoom(account, table);
        else run("create temp table touched_" + table.name() + " (id bigint primary key) on commit drop");
        return new Copying(account, table, whole);
    }

    private static String name(Table table) {
        return "hilo_export." + DuckDb.name(table.name());
    }

    /** Its own table anew where it has it alone; otherwise its rows go and missing columns come. */
    private void makeRoom(Account account, Table table) throws SQLException {
        run("create table if not exists " + name(table) + " (account_id bigint not null, id bigint not null,"
                + " primary key (account_id, id))");
        if (isShared(account, table)) {
            run("delete from " + name(table) + " where account_id = " + account.accountId());
        } else {
            run("drop table " + name(table));
            run("create table " + name(table)
                    + " (account_id bigint not null, id bigint not null, primary key (account_id, id))");
        }
        for (var column : table.columns()) {
            run("alter table " + name(table) + " add column if not exists " + DuckDb.name(column.name()) + " "
                    + column.type().postgres());
        }
    }

    private boolean isShared(Account account, Table table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select exists (select from " + name(table) + " where account_id <> "
                        + account.accountId() + ")")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    @Override
    public void commit(Account account, Manifest manifest) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into hilo_export.hilo_export (account_id, account, schema_version, cursor, shape, exported_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (account_id) do update set account = excluded.account,
                  schema_version = excluded.schema_version, cursor = excluded.cursor, shape = excluded.shape,
                  exported_at = excluded.exported_at""")) {
            statement.setLong(1, account.accountId());
            statement.setString(2, account.subdomain());
            statement.setInt(3, manifest.schemaVersion());
            statement.setLong(4, manifest.cursor());
            statement.setString(5, manifest.shape());
            statement.setObject(6, manifest.exportedAt().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }

    /** Streams rows by COPY: the touched ids first, which then make room for the rows. */
    private final class Copying implements TableWriter {
        private final Account account;
        private final Table table;
        private final boolean whole;
        private final StringBuilder lines = new StringBuilder();
        private CopyIn copy;
        private boolean hasRoom;

        Copying(Account account, Table table, boolean whole) {
            this.account = account;
            this.table = table;
            this.whole = whole;
            hasRoom = whole;
        }

        @Override
        public void touch(long id) throws SQLException {
            if (copy == null) copy = copyTo("touched_" + table.name());
            lines.append(id).append('\n');
            if (lines.length() > FLUSH) flush();
        }

        @Override
        public void row(Object[] values) throws SQLException, IOException {
            if (!hasRoom) makeRoomForTouched();
            if (copy == null) {
                copy = copyTo(name(table)
                        + table.columns().stream()
                                .map(column -> DuckDb.name(column.name()))
                                .collect(Collectors.joining(", ", " (", ")")));
            }
            for (int i = 0; i < values.length; i++) {
                if (i > 0) lines.append('\t');
                append(values[i]);
            }
            lines.append('\n');
            if (lines.length() > FLUSH) flush();
        }

        private CopyIn copyTo(String where) throws SQLException {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + where + " from stdin");
        }

        private void makeRoomForTouched() throws SQLException {
            end();
            run("delete from " + name(table) + " where account_id = " + account.accountId()
                    + " and id in (select id from touched_" + table.name() + ")");
            hasRoom = true;
        }

        private void append(Object value) throws IOException {
            switch (value) {
                case null -> lines.append("\\N");
                case String text -> escape(text);
                case List<?> list -> escape(array(list));
                default -> lines.append(value);
            }
        }

        private static String array(List<?> list) {
            return list.stream()
                    .map(item -> item == null
                            ? "NULL"
                            : '"' + item.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                    .collect(Collectors.joining(",", "{", "}"));
        }

        private void escape(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '\\' -> lines.append("\\\\");
                    case '\n' -> lines.append("\\n");
                    case '\r' -> lines.append("\\r");
                    case '\t' -> lines.append("\\t");
                    default -> lines.append(c);
                }
            }
        }

        private void flush() throws SQLException {
            byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
            lines.setLength(0);
            copy.writeToCopy(bytes, 0, bytes.length);
        }

        private void end() throws SQLException {
            if (copy == null) return;
            flush();
            copy.endCopy();
            copy = null;
        }

        @Override
        public void close() throws SQLException {
            if (copy != null && copy.isActive()) end();
            if (!hasRoom) makeRoomForTouched();
        }
    }
}
