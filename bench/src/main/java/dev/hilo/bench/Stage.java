package dev.hilo.bench;

import dev.hilo.db.DatabaseUrl;
import dev.hilo.db.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fresh embedded PostgreSQL with one account, and the program serving it without limits. */
final class Stage implements AutoCloseable {

    private static final Pattern KEY = Pattern.compile("API key\\s+(\\S+)");

    final Path home;
    final DatabaseUrl database;
    final Connection connection;
    final ServerProcess process;
    final String key;
    final long account;
    final long agent;
    private final EmbeddedPostgres postgres;
    private final Path folder;
    private final Path server;

    Stage() throws Exception {
        folder = Path.of(System.getProperty("hilo.folder", "."));
        home = Files.createDirectories(
                folder.resolve("bench/target/home-" + ProcessHandle.current().pid()));
        postgres = EmbeddedPostgres.start(home);
        database = postgres.url();
        server = Files.createDirectories(home.resolve("server"));
        key = account(folder, server, database);
        connection = DriverManager.getConnection(database.jdbc(), database.user(), database.password());
        process = ServerProcess.start(folder, server, database);
        account = number("select account_id from accounts");
        agent = number("select id from agents");
    }

    private static String account(Path folder, Path server, DatabaseUrl database) throws Exception {
        String made = ServerProcess.verb(
                folder,
                server,
                database,
                "account",
                "create",
                "bench",
                "--email",
                "bench@bench.test",
                "--plan",
                "UNLIMITED");
        Matcher key = KEY.matcher(made);
        if (!key.find()) throw new IllegalStateException(made);
        return key.group(1);
    }

    /** Of the launcher. */
    Path folder() {
        return folder;
    }

    /** What the program keeps. */
    Path server() {
        return server;
    }

    Wrk wrk() {
        return new Wrk(process.port(), key, home);
    }

    long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws Exception {
        process.close();
        connection.close();
        postgres.close();
        Tools.run(Map.of(), List.of("rm", "-rf", home.toString()));
    }
}
