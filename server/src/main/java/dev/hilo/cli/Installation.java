package dev.hilo.cli;

import dev.hilo.Hilo;
import dev.hilo.config.Config;
import dev.hilo.config.Listening;
import dev.hilo.db.Database;
import dev.hilo.tls.Tls;
import dev.hilo.web.WebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** A Hilo and the database it stands on, the embedded one included. */
final class Installation implements AutoCloseable {

    /** PostgreSQL keeps microseconds. */
    static final Clock CLOCK = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));

    private final DatabaseServer server;
    private final Database database;
    private final Hilo hilo;

    private Installation(DatabaseServer server, Database database, Hilo hilo) {
        this.server = server;
        this.database = database;
        this.hilo = hilo;
    }

    /** Ready to serve: it owns the home. The certificate is prepared while the database starts. */
    static Installation toServe(Config config) {
        Uploads.clear(createHome(config.home()), CLOCK);
        var tls = CompletableFuture.supplyAsync(() -> Tls.of(config, CLOCK));
        return open(config, DatabaseServer.owned(config), tls::join);
    }

    /** For a verb that does one thing: it works beside a server that runs on the same home. */
    static Installation toAdminister(Config config) {
        createHome(config.home());
        return open(config, DatabaseServer.shared(config), () -> null);
    }

    private static Installation open(Config config, DatabaseServer server, Supplier<SSLContext> tls) {
        Database database = null;
        try {
            database = Database.open(server.url(), config.databasePool());
            return new Installation(server, database, new Hilo(settings(config, tls.get()), database, CLOCK));
        } catch (RuntimeException e) {
            Optional.ofNullable(database).ifPresent(Database::close);
            server.close();
            throw e;
        }
    }

    /** @return its folder for uploads */
    private static Path createHome(Path home) {
        try {
            Files.createDirectories(home);
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            return Files.createDirectories(uploads(home), ownerOnly);
        } catch (IOException e) {
            throw new Refused("Cannot write to the folder " + home + " (" + e + ")");
        }
    }

    private static Path uploads(Path home) {
        return home.resolve("uploads");
    }

    private static Hilo.Settings settings(Config config, SSLContext tls) {
        Listening listening = config.listening();
        var web = new WebServer.Settings(
                listening.host(),
                listening.port(),
                listening.tlsPort().orElse(0),
                tls,
                uploads(config.home()),
                listening.trustedProxies());
        return new Hilo.Settings(
                web,
                config.home(),
                config.rateLimits(),
                config.listening().baseDomain(),
                config.attachments(),
                config.mail(),
                config.privateWebhooks(),
                config.knowledgeFolders(),
                config.sandbox());
    }

    Hilo hilo() {
        return hilo;
    }

    /** Finishes what has begun, then stops the database that was started for it. */
    @Override
    public void close() throws Exception {
        try {
            hilo.close();
        } finally {
            database.close();
            server.close();
        }
    }
}
