package dev.hilo.testing;

import dev.hilo.db.Database;
import dev.hilo.db.DatabaseUnavailable;
import dev.hilo.db.DatabaseUrl;
import dev.hilo.db.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import org.slf4j.LoggerFactory;

/** The embedded PostgreSQL of this JVM's tests: started at its first use, gone with the JVM. */
final class TestPostgres {

    static final String MIGRATED = "hilo_template";
    private static final Path HOMES = Path.of("target", "test-postgres");
    private static TestPostgres running;

    private final Path home = HOMES.resolve("" + ProcessHandle.current().pid());
    private final EmbeddedPostgres postgres = EmbeddedPostgres.start(home);

    static synchronized TestPostgres running() {
        if (running == null) {
            removeLeftovers();
            running = new TestPostgres();
            Runtime.getRuntime().addShutdownHook(new Thread(running::stop));
            running.execute("create database " + MIGRATED);
            Database.open(running.url(MIGRATED), 1).close();
        }
        return running;
    }

    synchronized DatabaseUrl copy(String template, String name) {
        execute("create database " + name + " template " + template + " strategy file_copy");
        return url(name);
    }

    private DatabaseUrl url(String database) {
        var url = postgres.url();
        return new DatabaseUrl(url.jdbc().replaceFirst("/postgres$", "/" + database), url.user(), url.password());
    }

    private void execute(String sql) {
        var url = postgres.url();
        try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void stop() {
        TestDatabase.closeAll();
        postgres.close();
        delete(home);
    }

    /** What test runs that were killed have left: a server that still runs, and its files. */
    private static void removeLeftovers() {
        try (var homes = Files.list(Files.createDirectories(HOMES))) {
            homes.filter(TestPostgres::isAbandoned).forEach(home -> {
                stopServer(home);
                delete(home);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A start stops the orphan; where the run was killed while it deleted, there is nothing left to start or stop. */
    private static void stopServer(Path home) {
        try {
            EmbeddedPostgres.start(home).close();
        } catch (DatabaseUnavailable ruins) {
            LoggerFactory.getLogger(TestPostgres.class).debug("Nothing runs in {}", home, ruins);
        }
    }

    private static boolean isAbandoned(Path home) {
        return ProcessHandle.of(Long.parseLong(home.getFileName().toString())).isEmpty();
    }

    private static void delete(Path folder) {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
