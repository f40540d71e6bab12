package dev.hilo.cli;

import dev.hilo.config.Config;
import dev.hilo.db.DatabaseUrl;
import dev.hilo.db.EmbeddedPostgres;
import java.util.Optional;

/**
 * The PostgreSQL that a verb works with.
 *
 * @param started the embedded one when it was started for this verb; null otherwise
 */
record DatabaseServer(DatabaseUrl url, EmbeddedPostgres started) implements AutoCloseable {

    /** The configured one; the embedded one is ours alone, and so is the home. */
    static DatabaseServer owned(Config config) {
        return config.database().map(DatabaseServer::elsewhere).orElseGet(() -> embedded(config));
    }

    /** The same, or the one of a server that runs on the same home. */
    static DatabaseServer shared(Config config) {
        return config.database()
                .or(() -> EmbeddedPostgres.running(config.home()))
                .map(DatabaseServer::elsewhere)
                .orElseGet(() -> embedded(config));
    }

    private static DatabaseServer elsewhere(DatabaseUrl url) {
        return new DatabaseServer(url, null);
    }

    private static DatabaseServer embedded(Config config) {
        var postgres = EmbeddedPostgres.start(config.home());
        return new DatabaseServer(postgres.url(), postgres);
    }

    @Override
    public void close() {
        Optional.ofNullable(started).ifPresent(EmbeddedPostgres::close);
    }
}
