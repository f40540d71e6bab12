package dev.hilo.mail.out;

import dev.hilo.config.Mail;
import dev.hilo.contacts.Emails;
import dev.hilo.db.Database;
import dev.hilo.mail.MailServers;
import dev.hilo.mail.MessageIds;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mail that belongs to no ticket and holds a secret, such as a link to log in: it is sent at once and kept nowhere, neither in
 * the outbox nor in the history. What a server puts off is tried twice more; what is lost is asked for again.
 */
public final class Messenger {

    private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);

    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5));
    private static final int MOST_WAITING = 200;
    private static final int AT_ONCE = 2;

    /** @param to a bare address @param body HTML */
    public record Message(String to, String subject, String body) {}

    private record From(Addressing sender, Mail.Relay relay) {}

    private final Database database;
    private final MailServers servers;
    private final Optional<Mail.Relay> relay;
    private final Clock clock;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final Semaphore atWork = new Semaphore(AT_ONCE, true);

    Messenger(Database database, MailServers servers, Optional<Mail.Relay> relay, Clock clock) {
        this.database = database;
        this.servers = servers;
        this.relay = relay;
        this.clock = clock;
    }

    /** Sends in the background. */
    public void send(long accountId, Message message) {
        if (!waiting.tryAcquire()) {
            LOG.warn("A mail of account {} is dropped: {} are waiting", accountId, MOST_WAITING);
            return;
        }
        start(accountId, message, 0, Duration.ZERO);
    }

    private void start(long accountId, Message message, int attempt, Duration pause) {
        var later = CompletableFuture.delayedExecutor(
                pause.toMillis(),
                TimeUnit.MILLISECONDS,
                work -> Thread.ofVirtual().name("messenger").start(work));
        later.execute(() -> attempt(accountId, message, attempt));
    }

    private void attempt(long accountId, Message message, int attempt) {
        boolean goesOn = false;
        atWork.acquireUninterruptibly();
        try {
            goesOn = !isDone(accountId, message) && attempt < PAUSES.size();
        } catch (RuntimeException | MessagingException e) {
            LOG.warn("Could not send a mail of account {}: {}", accountId, e.toString());
        } finally {
            atWork.release();
        }
        if (goesOn) start(accountId, message, attempt + 1, PAUSES.get(attempt));
        else waiting.release();
    }

    /** @return false when it may work later */
    private boolean isDone(long accountId, Message message) throws MessagingException {
        var from = from(accountId);
        if (from.isEmpty()) {
            LOG.warn("Account {} has no mail server: a mail is not sent", accountId);
            return true;
        }
        var through = from.get().relay;
        var mail = mail(from.get().sender, message);
        var session = Smtp.session(through, mail.replyTo());
        var delivery = new Smtp(through).send(session, mail.on(session), List.of(message.to));
        if (delivery.error() != null) LOG.warn("A mail of account {} was not taken: {}", accountId, delivery.error());
        return !delivery.has(RecipientRow.State.PENDING);
    }

    private Optional<From> from(long accountId) {
        return database.read(h -> h.attach(OutboxStore.class)
                .primary(accountId)
                .flatMap(sender -> servers.find(h, accountId, sender.mailboxId())
                        .flatMap(mailbox -> mailbox.outgoing())
                        .map(SendMail::relay)
                        .or(() -> relay)
                        .map(through -> new From(sender, through))));
    }

    private MimeMail mail(Addressing sender, Message message) {
        var now = clock.instant();
        String from = Emails.bare(sender.fromEmail());
        var letter = new Letter(
                0,
                0,
                null,
                MailKind.NOTIFICATION,
                MessageIds.next(from),
                sender.mailboxId(),
                sender.fromEmail(),
                null,
                List.of(message.to),
                List.of(),
                message.subject,
                message.body,
                false,
                false,
                0,
                false,
                now);
        return new MimeMail(letter, from, List.of(), message.body, Map.of(), List.of(), now);
    }
}
