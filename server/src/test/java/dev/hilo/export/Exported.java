package dev.hilo.export;

import dev.hilo.db.DatabaseUrl;
import dev.hilo.export.Place.Format;
import dev.hilo.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A target and how those who analyse read it back: each with the tools at hand, none with ours. */
abstract class Exported {

    final Place place;

    private Exported(Place place) {
        this.place = place;
    }

    /** The current rows of a table as text, each in brackets, by id. */
    abstract List<String> rows(String table, String... columns) throws SQLException;

    static Stream<Exported> everywhere(Path folder) {
        return Stream.of(
                duckDb(folder.resolve("acme.duckdb")),
                parquet(folder.resolve("parquet")),
                lines(folder.resolve("csv"), Format.CSV),
                lines(folder.resolve("jsonl"), Format.JSONL),
                postgres(TestDatabase.blankUrl()));
    }

    static Exported duckDb(Path file) {
        return new Exported(new Place.DuckDbPlace(file)) {
            @Override
            List<String> rows(String table, String... columns) throws SQLException {
                return query("jdbc:duckdb:" + file, null, "\"" + table + "\"", columns);
            }
        };
    }

    static Exported parquet(Path folder) {
        return new Exported(new Place.FolderPlace(folder, Format.PARQUET)) {
            @Override
            List<String> rows(String table, String... columns) throws SQLException {
                return query(
                        "jdbc:duckdb:", null, "read_parquet('" + folder + "/" + table + "/**/*.parquet')", columns);
            }
        };
    }

    /** By the rule in docs/export.md. */
    static Exported lines(Path folder, Format format) {
        return new Exported(new Place.FolderPlace(folder, format)) {
            @Override
            List<String> rows(String table, String... columns) throws SQLException {
                String ending = format.name().toLowerCase();
                String read = format == Format.CSV ? "read_csv" : "read_json";
                String files = folder + "/" + table + "/*/";
                String part = "regexp_extract(filename, '-(\\d+)\\.', 1)";
                String parts = read + "('" + files + "part-*." + ending + "', filename = true, union_by_name = true)";
                if (!hasVoids(folder.resolve(table))) return query("jdbc:duckdb:", null, parts, columns);
                String voids = read + "('" + files + "void-*." + ending + "', filename = true)";
                return query(
                        "jdbc:duckdb:",
                        null,
                        "(select * from " + parts + " p where not exists (select 1 from " + voids
                                + " v where v.id = p.id and "
                                + part.replace("filename", "v.filename") + " > "
                                + part.replace("filename", "p.filename")
                                + "))",
                        columns);
            }
        };
    }

    private static boolean hasVoids(Path table) {
        try {
            return Folders.files(table).stream()
                    .anyMatch(file -> file.getFileName().toString().startsWith("void-"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Exported postgres(DatabaseUrl url) {
        return new Exported(new Place.PostgresPlace(url)) {
            @Override
            List<String> rows(String table, String... columns) throws SQLException {
                return query(url.jdbc(), url, "hilo_export." + table, columns);
            }
        };
    }

    private static List<String> query(String jdbc, DatabaseUrl login, String from, String... columns)
            throws SQLException {
        try (var connection = connection(jdbc, login);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select " + String.join(", ", columns) + " from " + from + " order by id")) {
            var list = new ArrayList<String>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= columns.length; i++) row.add(rows.getString(i));
                list.add(row.toString());
            }
            return list;
        }
    }

    private static Connection connection(String jdbc, DatabaseUrl login) throws SQLException {
        return login == null
                ? DriverManager.getConnection(jdbc)
                : DriverManager.getConnection(jdbc, login.user(), login.password());
    }

    @Override
    public String toString() {
        return switch (place) {
            case Place.DuckDbPlace file -> "DuckDB";
            case Place.FolderPlace(var folder, var format) -> format.name();
            case Place.PostgresPlace url -> "PostgreSQL";
        };
    }
}
