package dev.hilo.testing;

import dev.hilo.db.Database;
import dev.hilo.db.DatabaseUrl;
import dev.hilo.db.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** One embedded PostgreSQL for all tests of a JVM; every test class takes a database of its own, already migrated. */
public final class TestDatabase {

    private static final int POOL = 4;
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Queue<Database> OPEN = new ConcurrentLinkedQueue<>();

    private TestDatabase() {}

    /** An empty database with the current schema. */
    public static Database fresh() {
        return fresh(POOL);
    }

    public static Database fresh(int poolSize) {
        var database = Database.open(freshUrl(), poolSize);
        OPEN.add(database);
        return database;
    }

    /** The same, not yet connected to. */
    public static DatabaseUrl freshUrl() {
        return copy(Server.TEMPLATE);
    }

    /** A database without any table. */
    public static DatabaseUrl blankUrl() {
        return copy("template1");
    }

    private static DatabaseUrl copy(String template) {
        var name = "test_" + NUMBER.incrementAndGet();
        Server.execute("create database " + name + " template " + template + " strategy file_copy");
        return Server.url(name);
    }

    /** Started when the first test asks for a database, stopped when the JVM ends. */
    private static final class Server {

        private static final String TEMPLATE = "hilo_template";
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            var home = Path.of(
                    "target", "test-postgres", "" + ProcessHandle.current().pid());
            var postgres = EmbeddedPostgres.start(home);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, home)));
            execute(postgres.url(), "create database " + TEMPLATE);
            Database.open(url(postgres, TEMPLATE), 1).close();
            return postgres;
        }

        private static void stop(EmbeddedPostgres postgres, Path home) {
            OPEN.forEach(Database::close);
            postgres.close();
            delete(home);
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

        private static DatabaseUrl url(String database) {
            return url(POSTGRES, database);
        }

        private static DatabaseUrl url(EmbeddedPostgres postgres, String database) {
            var server = postgres.url();
            return new DatabaseUrl(
                    server.jdbc().replaceFirst("/postgres$", "/" + database), server.user(), server.password());
        }

        private static void execute(String sql) {
            execute(POSTGRES.url(), sql);
        }

        private static synchronized void execute(DatabaseUrl url, String sql) {
            try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
