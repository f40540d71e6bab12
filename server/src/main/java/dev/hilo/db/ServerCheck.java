package dev.hilo.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first connection: is there a PostgreSQL, does it let Hilo in, is it new enough? */
final class ServerCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ServerCheck.class);
    private static final int OLDEST = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ServerCheck() {}

    /** Waits a little for a server that starts together with Hilo; refuses at once what waiting will not mend. */
    static void of(DatabaseUrl url) {
        of(url, PATIENCE);
    }

    static void of(DatabaseUrl url, Duration patience) {
        try (var connection = connect(url, Instant.now().plus(patience))) {
            requireSupported(connection.getMetaData().getDatabaseMajorVersion());
        } catch (SQLException e) {
            throw new DatabaseUnavailable("PostgreSQL at " + url + " cannot be used: " + e.getMessage(), e);
        }
    }

    static void requireSupported(int major) {
        if (major < OLDEST) {
            throw new DatabaseUnavailable("This is PostgreSQL " + major + "; Hilo needs " + OLDEST + " or newer");
        }
    }

    private static Connection connect(DatabaseUrl url, Instant deadline) throws SQLException {
        while (true) {
            try {
                return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
            } catch (SQLException e) {
                if (!mayPass(e) || Instant.now().isAfter(deadline)) {
                    throw e;
                }
                LOG.info("Waiting for PostgreSQL at {}: {}", url.address(), e.getMessage());
                pause();
            }
        }
    }

    /** Nobody listens (08001) or it is starting (57P03). */
    private static boolean mayPass(SQLException e) {
        return "08001".equals(e.getSQLState()) || "57P03".equals(e.getSQLState());
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while waiting for PostgreSQL", e);
        }
    }
}
