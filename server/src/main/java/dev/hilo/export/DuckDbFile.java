package dev.hilo.export;

import dev.hilo.accounts.Account;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A DuckDB file with the tables of one or more accounts, and {@code hilo_export} with how far each of them is. */
final class DuckDbFile implements Target {

    private final DuckDb duckDb;
    private final Map<Table, Boolean> written = new LinkedHashMap<>();

    DuckDbFile(Path file) throws SQLException, IOException {
        duckDb = new DuckDb(file.resolveSibling(file.getFileName() + ".work"));
        try {
            duckDb.run("attach " + DuckDb.text(file) + " as target");
            duckDb.run("create table if not exists target.hilo_export (account_id bigint, account varchar,"
                    + " schema_version integer, cursor bigint, shape varchar, exported_at timestamp)");
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    @Override
    public Optional<Manifest> last(Account account) throws SQLException {
        try (var statement = duckDb.connection().prepareStatement("""
                select account, account_id, schema_version, cursor, shape, exported_at
                from target.hilo_export where account_id = ?""")) {
            statement.setLong(1, account.accountId());
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) return Optional.empty();
                return Optional.of(new Manifest(
                        rows.getString(1),
                        rows.getLong(2),
                        rows.getInt(3),
                        rows.getLong(4),
                        rows.getString(5),
                        rows.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC)));
            }
        }
    }

    @Override
    public TableWriter write(Account account, Table table, boolean whole) throws SQLException {
        written.put(table, whole);
        return duckDb.lay(table);
    }

    @Override
    public void commit(Account account, Manifest manifest) throws SQLException {
        duckDb.run("begin");
        for (var table : written.entrySet()) move(account, table.getKey(), table.getValue());
        duckDb.run("delete from target.hilo_export where account_id = " + account.accountId());
        duckDb.run("insert into target.hilo_export values (%d, %s, %d, %d, %s, %s)"
                .formatted(
                        account.accountId(),
                        DuckDb.text(account.subdomain()),
                        manifest.schemaVersion(),
                        manifest.cursor(),
                        DuckDb.text(manifest.shape()),
                        DuckDb.text(LocalDateTime.ofInstant(manifest.exportedAt(), ZoneOffset.UTC))));
        duckDb.run("commit");
    }

    private void move(Account account, Table table, boolean whole) throws SQLException {
        String target = "target." + DuckDb.name(table.name());
        String ofAccount = " where account_id = " + account.accountId();
        if (whole) makeRoom(account, table);
        else {
            duckDb.run("delete from " + target + ofAccount + " and id in (select id from work.touched_" + table.name()
                    + ")");
        }
        duckDb.run("insert into " + target + " by name select * from work." + table.name());
    }

    /** Its own table anew where it has it alone; otherwise its rows go and missing columns come. */
    private void makeRoom(Account account, Table table) throws SQLException {
        String target = "target." + DuckDb.name(table.name());
        boolean exists = !duckDb.texts(
                        "select table_name from duckdb_tables() where database_name = 'target' and table_name = "
                                + DuckDb.text(table.name()))
                .isEmpty();
        boolean isShared = exists
                && !duckDb.texts(
                                "select id from " + target + " where account_id <> " + account.accountId() + " limit 1")
                        .isEmpty();
        if (!isShared) {
            duckDb.run("create or replace table " + target + " " + DuckDb.columns(table));
            return;
        }
        duckDb.run("delete from " + target + " where account_id = " + account.accountId());
        for (var column : table.columns()) {
            duckDb.run("alter table " + target + " add column if not exists " + DuckDb.name(column.name()) + " "
                    + column.type().duckDb());
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        duckDb.close();
    }
}
