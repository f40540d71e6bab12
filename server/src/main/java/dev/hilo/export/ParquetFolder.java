package dev.hilo.export;

import dev.hilo.accounts.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A folder of Parquet: {@code tickets/account=acme/month=2026-01/tickets.parquet}. A month in which a row was touched is
 * written anew; the tables without months are one file each.
 */
final class ParquetFolder implements Target {

    /** Each thread holds one in memory: without a bound in bytes, a group of long texts takes hundreds of megabytes. */
    private static final String ROW_GROUP = "16MB";

    private final Path folder;
    private final FolderState state;
    private final DuckDb duckDb;
    private final Map<Table, Boolean> written = new LinkedHashMap<>();
    private final Map<Path, Optional<Path>> moves = new LinkedHashMap<>();

    ParquetFolder(Path folder) throws IOException, SQLException {
        this.folder = folder;
        state = new FolderState(folder);
        try {
            duckDb = new DuckDb(state.staging().resolve("duckdb"));
        } catch (IOException | SQLException e) {
            state.close();
            throw e;
        }
    }

    @Override
    public Optional<Manifest> last(Account account) throws IOException {
        return state.last(account);
    }

    @Override
    public TableWriter write(Account account, Table table, boolean whole) throws SQLException {
        written.put(table, whole);
        return duckDb.lay(table);
    }

    @Override
    public void commit(Account account, Manifest manifest) throws IOException, SQLException {
        for (var table : written.entrySet()) file(account, table.getKey(), table.getValue());
        state.commit(manifest, moves);
    }

    private void file(Account account, Table table, boolean whole) throws IOException, SQLException {
        var home = folder.resolve(table.name()).resolve("account=" + account.subdomain());
        if (whole) for (var old : Folders.files(home)) moves.put(old, Optional.empty());
        if (table.month() == null) {
            boolean isTouched = whole
                    || !duckDb.texts("select id from work.touched_" + table.name() + " limit 1")
                            .isEmpty();
            if (isTouched) write(table, home.resolve(table.name() + ".parquet"), "true", whole);
        } else {
            for (var month : months(table, home, whole)) {
                var file = home.resolve("month=" + month).resolve(table.name() + ".parquet");
                write(table, file, isIn(table, YearMonth.parse(month)), whole);
            }
        }
        duckDb.run("drop table work." + table.name());
    }

    /** Those of the rows that came, and those that rows were in which were touched. */
    private TreeSet<String> months(Table table, Path home, boolean whole) throws IOException, SQLException {
        var months = new TreeSet<>(
                duckDb.texts("select distinct strftime(" + table.month() + ", '%Y-%m') from work." + table.name()));
        if (whole || Folders.files(home).isEmpty()) return months;
        months.addAll(duckDb.texts("select distinct strftime(" + table.month() + ", '%Y-%m') from read_parquet("
                + DuckDb.text(home + "/*/*.parquet")
                + ", hive_partitioning = false) where id in (select id from work.touched_"
                + table.name() + ")"));
        return months;
    }

    private static String isIn(Table table, YearMonth month) {
        return table.month() + " >= '" + month.atDay(1) + "' and " + table.month() + " < '"
                + month.plusMonths(1).atDay(1) + "'";
    }

    private void write(Table table, Path file, String condition, boolean whole) throws IOException, SQLException {
        var staged = state.staging().resolve(folder.relativize(file).toString());
        Files.createDirectories(staged.getParent());
        String kept = whole || !Files.exists(file)
                ? ""
                : "select * from read_parquet(" + DuckDb.text(file) + ", hive_partitioning = false)"
                        + " where id not in (select id from work.touched_" + table.name() + ") union all by name ";
        duckDb.run("copy (" + kept + "select * from work." + table.name() + " where " + condition + ") to "
                + DuckDb.text(staged) + " (format parquet, compression zstd, row_group_size_bytes '" + ROW_GROUP
                + "')");
        boolean isEmpty = duckDb.texts("select id from read_parquet(" + DuckDb.text(staged) + ") limit 1")
                .isEmpty();
        boolean keepsShape = table.month() == null;
        moves.put(file, isEmpty && !keepsShape ? Optional.empty() : Optional.of(staged));
    }

    @Override
    public void close() throws IOException, SQLException {
        try {
            duckDb.close();
        } finally {
            state.close();
        }
    }
}
