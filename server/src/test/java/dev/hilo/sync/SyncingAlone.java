package dev.hilo.sync;

import dev.hilo.Hilo;
import dev.hilo.config.Attachments;
import dev.hilo.config.Mail;
import dev.hilo.db.Database;
import dev.hilo.db.DatabaseUrl;
import dev.hilo.web.WebServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Brings one mirror up to date, in a process that may be killed. */
final class SyncingAlone {

    private SyncingAlone() {}

    /** @param args the database's address, user and password, the account and the folder of its files */
    public static void main(String[] args) {
        var folder = Path.of("target", "uploads");
        var settings = new Hilo.Settings(
                new WebServer.Settings("127.0.0.1", 0, 0, null, folder, List.of()),
                Path.of("target"),
                false,
                "localhost",
                new Attachments.Folder(Path.of(args[4])),
                Mail.NONE,
                false,
                List.of(),
                false);
        var clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
        boolean done;
        try (var database = Database.open(new DatabaseUrl(args[0], args[1], args[2]), 4)) {
            var sync = new Hilo(settings, database, clock).sync();
            long account = Long.parseLong(args[3]);
            var report = sync.run(account, Scope.ALL, () -> false);
            done = report.isPresent()
                    && sync.report(account, report.get())
                            .report()
                            .path("failure")
                            .isNull();
        }
        System.exit(done ? 0 : 1);
    }
}
