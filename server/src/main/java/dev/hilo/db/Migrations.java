package dev.hilo.db;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The schema's steps, {@code db/migration} on the class path: forward only, each run once. */
final class Migrations {

    private Migrations() {}

    static void run(DatabaseUrl url) {
        try {
            Flyway.configure()
                    .dataSource(url.jdbc(), url.user(), url.password())
                    .locations("classpath:db/migration")
                    // By default Flyway would let an old Hilo run on a newer Hilo's schema.
                    .ignoreMigrationPatterns("")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseUnavailable(
                    "The schema at " + url + " cannot be brought up to date: " + e.getMessage(), e);
        }
    }
}
