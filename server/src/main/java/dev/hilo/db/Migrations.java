package dev.hilo.db;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The schema's steps, {@code db/migration} on the class path: forward only, each run once. */
public final class Migrations {

    private static final String NEWEST = "latest";

    private Migrations() {}

    /** Connects, refuses a PostgreSQL that is too old, and brings the schema up to date. */
    public static void run(DatabaseUrl url) {
        runTo(NEWEST, url);
    }

    /** The same up to one version; a schema that is past it stays as it is. */
    public static void runTo(String version, DatabaseUrl url) {
        ServerCheck.of(url);
        try {
            flyway(version, url).migrate();
        } catch (FlywayException e) {
            throw new DatabaseUnavailable(
                    "The schema at " + url + " cannot be brought up to date: " + e.getMessage(), e);
        }
    }

    /** Whether this Hilo brings the step that makes a schema this version. */
    public static boolean isKnown(String version, DatabaseUrl url) {
        ServerCheck.of(url);
        return Arrays.stream(flyway(NEWEST, url).info().all())
                .filter(step -> step.getState().isResolved() && step.getVersion() != null)
                .anyMatch(step -> step.getVersion().getVersion().equals(version));
    }

    private static Flyway flyway(String target, DatabaseUrl url) {
        return Flyway.configure()
                .dataSource(url.jdbc(), url.user(), url.password())
                .locations("classpath:db/migration")
                .target(target)
                // By default Flyway would let an old Hilo run on a newer Hilo's schema.
                .ignoreMigrationPatterns("")
                .load();
    }
}
