package dev.hilo.db;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What a test asks an embedded PostgreSQL directly. */
record Probe(EmbeddedPostgres postgres) {

    String ask(String sql) throws SQLException {
        var url = postgres.url();
        try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static ProcessHandle server(Path home) {
        return PostmasterFile.in(home.resolve("postgres/cluster/data"))
                .orElseThrow()
                .process()
                .orElseThrow();
    }
}
