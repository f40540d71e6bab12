package dev.hilo.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** A DuckDB of bounded memory with a database {@code work} on disk, in which a run lays its rows down before they go where they belong. */
final class DuckDb implements AutoCloseable {

    private static final String MEMORY = "160MB";

    private final DuckDBConnection connection;
    private final Path folder;

    /** @param folder made here and removed at the end */
    DuckDb(Path folder) throws SQLException, IOException {
        this.folder = folder;
        Folders.remove(folder);
        Files.createDirectories(folder);
        connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
        run("set memory_limit = '" + MEMORY + "'");
        run("set threads = 2");
        run("set preserve_insertion_order = false");
        run("set temp_directory = " + text(folder.resolve("spill")));
        run("attach " + text(folder.resolve("work.duckdb")) + " as work");
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> texts(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) texts.add(rows.getString(1));
            return texts;
        }
    }

    DuckDBConnection connection() {
        return connection;
    }

    static String text(Object value) {
        return "'" + value.toString().replace("'", "''") + "'";
    }

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String columns(Table table) {
        return table.columns().stream()
                .map(column -> name(column.name()) + " " + column.type().duckDb())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Lays rows down in {@code work.<table>} and the touched ids in {@code work.touched_<table>}. */
    Target.TableWriter lay(Table table) throws SQLException {
        run("create table work." + table.name() + " " + columns(table));
        run("create table work.touched_" + table.name() + " (id bigint)");
        return new Laying(
                connection.createAppender("work", "main", table.name()),
                connection.createAppender("work", "main", "touched_" + table.name()),
                table.columns());
    }

    private record Laying(DuckDBAppender rows, DuckDBAppender touched, List<Column> columns)
            implements Target.TableWriter {

        @Override
        public void touch(long id) throws SQLException {
            touched.beginRow().append(id).endRow();
        }

        @Override
        public void row(Object[] values) throws SQLException {
            rows.beginRow();
            for (int i = 0; i < values.length; i++) append(columns.get(i).type(), values[i]);
            rows.endRow();
        }

        private void append(ColumnType type, Object value) throws SQLException {
            if (value == null) {
                rows.appendNull();
                return;
            }
            switch (type) {
                case LONG -> rows.append((long) value);
                case INTEGER -> rows.append((int) value);
                case BOOLEAN -> rows.append((boolean) value);
                case DOUBLE -> rows.append((double) value);
                case TEXT, JSON -> rows.append((String) value);
                case TIME -> rows.appendEpochMicros(micros((Instant) value));
                case DATE -> rows.append((LocalDate) value);
                case TEXTS, LONGS -> rows.append((List<?>) value);
            }
        }

        private static long micros(Instant time) {
            return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
        }

        @Override
        public void close() throws SQLException {
            try (rows;
                    touched) {
                // both are written out
            }
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        try {
            connection.close();
        } finally {
            Folders.remove(folder);
        }
    }
}
