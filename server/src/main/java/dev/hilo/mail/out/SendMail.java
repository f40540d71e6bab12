package dev.hilo.mail.out;

import dev.hilo.accounts.Accounts;
import dev.hilo.config.Mail;
import dev.hilo.db.Database;
import dev.hilo.events.Acting;
import dev.hilo.events.Actor;
import dev.hilo.mail.MailAccess;
import dev.hilo.mail.MailServers;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outbox. A mail is marked SENDING and that is committed before the server hears of it; while it is being
 * sent, the connection to the database holds a lock on it. A mail that is SENDING without that lock was left by a node
 * that died: whether the server took it is unknown, and it is sent again under the same Message-ID.
 */
public final class SendMail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SendMail.class);

    /** Each at work takes a connection to the database. */
    private static final int AT_ONCE = 3;

    /** Mail that has waited longer for a server to be set up is not sent unasked. */
    private static final Duration STALE = Duration.ofDays(3);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final Database database;
    private final Accounts accounts;
    private final MailServers servers;
    private final Letters letters;
    private final Optional<Mail.Relay> relay;
    private final Clock clock;
    private final Semaphore atWork = new Semaphore(AT_ONCE);
    private final Set<Long> woken = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    SendMail(
            Database database,
            Accounts accounts,
            MailServers servers,
            Letters letters,
            Optional<Mail.Relay> relay,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.servers = servers;
        this.letters = letters;
        this.relay = relay;
        this.clock = clock;
    }

    /** Sends what is due in every account; ends when nothing is. */
    public void run() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var account : accounts.list()) threads.submit(() -> inTurn(account.accountId()));
        }
    }

    /** Sends what is due in an account, soon and in the background. */
    void wake(long accountId) {
        if (closed || !woken.add(accountId)) return;
        Thread.ofVirtual().name("mail-" + accountId).start(() -> inTurn(accountId));
    }

    private void inTurn(long accountId) {
        atWork.acquireUninterruptibly();
        try {
            woken.remove(accountId);
            Acting.run(Actor.SYSTEM, "schedule send-mail", () -> sendAll(accountId));
        } catch (RuntimeException e) {
            if (!closed) LOG.error("Could not send the mail of account {}", accountId, e);
        } finally {
            atWork.release();
        }
    }

    private void sendAll(long accountId) {
        var now = clock.instant();
        boolean hasRelay = relay.isPresent();
        database.run(h -> store(h).release(accountId, hasRelay, now.minus(STALE), now));
        for (long id : database.read(h -> store(h).begun(accountId))) {
            if (!closed) database.read(h -> resume(h, accountId, id));
        }
        var down = new HashSet<Mail.Relay>();
        while (!closed && database.read(h -> sendNext(h, accountId, down))) {}
    }

    private boolean resume(Handle handle, long accountId, long id) {
        if (!store(handle).tryLock(id)) return false;
        try {
            if (store(handle).beginAgain(accountId, id, clock.instant()) == 0) return false;
            LOG.warn("Mail {} was being sent when its node died; it is sent again", id);
            send(handle, accountId, id, new HashSet<>());
            return true;
        } finally {
            store(handle).unlock(id);
        }
    }

    /** @return false when nothing is due */
    private boolean sendNext(Handle handle, long accountId, Set<Mail.Relay> down) {
        Optional<Long> begun = handle.inTransaction(h -> {
            var due = store(h).nextDue(accountId, clock.instant());
            due.ifPresent(id -> {
                store(h).tryLock(id);
                store(h).begin(accountId, id, clock.instant());
            });
            return due;
        });
        if (begun.isEmpty()) return false;
        try {
            send(handle, accountId, begun.get(), down);
            return true;
        } finally {
            store(handle).unlock(begun.get());
        }
    }

    private void send(Handle handle, long accountId, long id, Set<Mail.Relay> down) {
        var letter = store(handle).letter(accountId, id);
        var through = relayOf(handle, accountId, letter);
        if (through.isEmpty()) {
            finish(accountId, letter, new Result(MailState.WAITING_FOR_SERVER, null, null, false));
            return;
        }
        var delivery = deliver(handle, accountId, letter, through.get(), down);
        if (delivery.serverFailed()) down.add(through.get());
        record(accountId, letter, delivery);
    }

    private Optional<Mail.Relay> relayOf(Handle handle, long accountId, Letter letter) {
        var own = Optional.ofNullable(letter.mailboxId())
                .flatMap(id -> servers.find(handle, accountId, id))
                .flatMap(mailbox -> mailbox.outgoing())
                .map(SendMail::relay);
        return own.or(() -> relay);
    }

    static Mail.Relay relay(MailAccess access) {
        boolean logsIn =
                !access.authentication().equals("none") && !access.userName().isEmpty();
        return new Mail.Relay(
                access.host(),
                access.port(),
                access.ssl() ? Mail.Tls.ON : Mail.Tls.IF_OFFERED,
                logsIn ? Optional.of(access.userName()) : Optional.empty(),
                access.password());
    }

    private Delivery deliver(Handle handle, long accountId, Letter letter, Mail.Relay through, Set<Mail.Relay> down) {
        var recipients = store(handle).pending(accountId, letter.id());
        if (recipients.isEmpty()) return Delivery.toNobody();
        if (down.contains(through))
            return Delivery.putOff(recipients, "The mail server could not be used", false, true);
        try {
            var mail = letters.mail(handle, accountId, letter, clock.instant());
            var session = Smtp.session(through, mail.replyTo());
            return new Smtp(through).send(session, mail.on(session), recipients);
        } catch (MessagingException | RuntimeException e) {
            LOG.error("Could not make mail {}", letter.id(), e);
            return Delivery.putOff(recipients, "The mail could not be made", false, false);
        }
    }

    /** What a mail has come to. @param pause until the next attempt, or null */
    private record Result(MailState state, Duration pause, String error, boolean doubtful) {}

    private void record(long accountId, Letter letter, Delivery delivery) {
        var outcomes = delivery.outcomes();
        database.run(h -> {
            store(h).record(
                            accountId,
                            letter.id(),
                            outcomes.stream().map(Delivery.Outcome::address).toList(),
                            outcomes.stream().map(o -> o.state().name()).toList(),
                            outcomes.stream().map(Delivery.Outcome::codeOrNull).toList(),
                            outcomes.stream().map(Delivery.Outcome::answer).toList());
            boolean reached = store(h).reached(accountId, letter.id());
            finish(h, accountId, letter, result(letter, delivery, reached));
        });
    }

    private static Result result(Letter letter, Delivery delivery, boolean reached) {
        if (!delivery.has(RecipientRow.State.PENDING)) {
            var state = reached ? MailState.SENT : MailState.PARKED;
            return new Result(state, null, delivery.error(), delivery.doubtful());
        }
        return Retries.after(letter.attempts())
                .map(pause -> new Result(MailState.FAILED, pause, delivery.error(), delivery.doubtful()))
                .orElseGet(() -> new Result(MailState.PARKED, null, delivery.error(), delivery.doubtful()));
    }

    private void finish(long accountId, Letter letter, Result result) {
        database.run(h -> finish(h, accountId, letter, result));
    }

    private void finish(Handle handle, long accountId, Letter letter, Result result) {
        var now = clock.instant();
        var due = result.pause() == null ? now : now.plus(result.pause());
        store(handle).finish(accountId, letter.id(), result.state(), due, result.error(), result.doubtful(), now);
        if (letter.conversationId() != null) store(handle).tellEntry(accountId, letter.conversationId(), now);
    }

    private static SendingStore store(Handle handle) {
        return handle.attach(SendingStore.class);
    }

    /** Lets what is being sent come to its end, for a while. */
    @Override
    public void close() {
        closed = true;
        try {
            boolean ended = atWork.tryAcquire(AT_ONCE, LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
            if (!ended) LOG.warn("Stopped while mail was being sent; it will be sent again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
