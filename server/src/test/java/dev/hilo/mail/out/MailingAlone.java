package dev.hilo.mail.out;

import dev.hilo.Hilo;
import dev.hilo.config.Attachments;
import dev.hilo.config.Mail;
import dev.hilo.config.Secret;
import dev.hilo.db.Database;
import dev.hilo.db.DatabaseUrl;
import dev.hilo.mail.ReplyToken;
import dev.hilo.web.WebServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sends what is due, in a process that may be killed. */
final class MailingAlone {

    private MailingAlone() {}

    /** @param args the database's address, user and password, and the port of the mail server */
    public static void main(String[] args) {
        var relay =
                new Mail.Relay("127.0.0.1", Integer.parseInt(args[3]), Mail.Tls.OFF, Optional.empty(), new Secret(""));
        var folder = Path.of("target", "uploads");
        var settings = new Hilo.Settings(
                new WebServer.Settings("127.0.0.1", 0, 0, null, folder, List.of()),
                Path.of("target"),
                false,
                "localhost",
                new Attachments.Folder(Path.of("target", "attachments")),
                new Mail(Optional.of(relay), Optional.of(ReplyToken.Place.PLUS)),
                false,
                List.of(),
                false);
        var clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
        try (var database = Database.open(new DatabaseUrl(args[0], args[1], args[2]), 4)) {
            new Hilo(settings, database, clock).sendMail().run();
        }
    }
}
