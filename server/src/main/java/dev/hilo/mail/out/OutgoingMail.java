package dev.hilo.mail.out;

import dev.hilo.accounts.Accounts;
import dev.hilo.accounts.Secrets;
import dev.hilo.attachments.Attachments;
import dev.hilo.config.Mail;
import dev.hilo.db.Database;
import dev.hilo.mail.MailServers;
import java.time.Clock;

/** Outgoing mail, put together: the outbox, what empties it, and what is sent without it. */
public record OutgoingMail(Outbox outbox, SendMail sending, Messenger messenger) {

    public static OutgoingMail of(
            Mail settings,
            Wording wording,
            Database database,
            Accounts accounts,
            Secrets secrets,
            MailServers servers,
            Attachments attachments,
            Clock clock) {
        var letters = new Letters(wording, secrets, attachments, settings.replyPlace());
        var sending = new SendMail(database, accounts, servers, letters, settings.relay(), clock);
        return new OutgoingMail(
                new Outbox(database, sending, accounts, settings.relay().isPresent(), clock),
                sending,
                new Messenger(database, servers, settings.relay(), clock));
    }
}
