package dev.hilo.insight;

import dev.hilo.accounts.Account;
import dev.hilo.accounts.Accounts;
import dev.hilo.db.Database;
import dev.hilo.events.Event;
import dev.hilo.events.Follower;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads incoming messages of the accounts that want it, one after the other on a thread of its own. What is to be read is
 * queued in the transaction that passes the event, so that each message is read once, whatever dies meanwhile.
 */
public final class ReadMessages implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadMessages.class);
    private static final String TICKET = "ticket.";
    private static final int OUTBOUND_EMAIL = 10;
    private static final long PAUSE_MILLIS = 100;
    private static final int BATCH = 20;
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration GIVE_UP = Duration.ofMinutes(2);
    /** What is older was loaded from elsewhere: it is learnt from, not read. */
    private static final Duration NEWS = Duration.ofDays(2);

    private final Database database;
    private final Accounts accounts;
    private final Insight insight;
    private final Clock clock;
    private final Set<Long> woken = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stop = new CountDownLatch(1);
    private Thread thread;

    public ReadMessages(Database database, Accounts accounts, Insight insight, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.insight = insight;
        this.clock = clock;
    }

    public Follower follower() {
        return new Follower("insight", this::queue);
    }

    private void queue(Handle handle, List<Event> events) {
        var incoming = events.stream().filter(this::isToBeRead).toList();
        var gone = events.stream()
                .filter(event -> event.type().equals("conversation.deleted"))
                .toList();
        if (incoming.isEmpty() && gone.isEmpty()) return;
        long accountId = events.getFirst().accountId();
        var store = handle.attach(InsightStore.class);
        gone.forEach(event -> store.forget(accountId, event.ticketId(), event.recordId()));
        if (!store.settings(accountId).orElse(InsightSettings.OFF).enabled()) return;
        for (var event : incoming) {
            boolean isTicket = event.type().startsWith(TICKET);
            store.queue(accountId, event.ticketId(), isTicket ? 0 : event.recordId(), clock.instant());
        }
        handle.afterCommit(() -> woken.add(accountId));
    }

    /** What a customer has written just now, or what was changed of it. */
    private boolean isToBeRead(Event event) {
        var after = event.after();
        if (after == null
                || event.ticketId() == null
                || event.at().isBefore(clock.instant().minus(NEWS))) return false;
        return switch (event.type()) {
            case "ticket.created" ->
                after.path("source").asInt() != OUTBOUND_EMAIL
                        && !isOld(after.path("created_at").asText());
            case "conversation.created" ->
                after.path("incoming").asBoolean()
                        && !isOld(after.path("created_at").asText());
            case "ticket.updated" -> after.has("subject") || after.has("description_text");
            case "conversation.updated" -> after.has("body_text");
            default -> false;
        };
    }

    private boolean isOld(String createdAt) {
        if (createdAt.length() < 10) return false;
        return createdAt.substring(0, 10).compareTo(clock.instant().minus(NEWS).toString()) < 0;
    }

    public synchronized void start() {
        thread = Thread.ofPlatform()
                .name("insight")
                .priority(Thread.MIN_PRIORITY)
                .start(this::work);
    }

    private void work() {
        while (stop.getCount() > 0) {
            try {
                stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                for (long accountId : List.copyOf(woken)) {
                    woken.remove(accountId);
                    readDue(accounts.require(accountId));
                }
            } catch (InterruptedException e) {
                stop.countDown();
            } catch (RuntimeException e) {
                LOG.warn("Cannot read the messages that are queued", e);
            }
        }
    }

    /** Wakes the thread for what was left over; every now and then. */
    public void run() {
        for (var account : accounts.list()) {
            boolean due = database.read(h -> h.attach(InsightStore.class).isDue(account.accountId(), clock.instant()));
            if (due) woken.add(account.accountId());
        }
    }

    private void readDue(Account account) {
        while (stop.getCount() > 0) {
            var now = clock.instant();
            var claimed = database.write(
                    h -> h.attach(InsightStore.class).claim(account.accountId(), BATCH, now, now.plus(GIVE_UP)));
            if (claimed.isEmpty()) return;
            claimed.forEach(queued -> read(account, queued));
        }
    }

    private void read(Account account, InsightStore.Queued queued) {
        try {
            insight.readAndKeep(account, queued.ticketId(), queued.conversationId());
        } catch (RuntimeException e) {
            LOG.warn(
                    "A message of ticket {} could not be read, {} times by now",
                    queued.ticketId(),
                    queued.attempts(),
                    e);
            if (queued.attempts() < MOST_ATTEMPTS) return;
        }
        database.run(h ->
                h.attach(InsightStore.class).done(account.accountId(), queued.ticketId(), queued.conversationId()));
    }

    /** Ends the message that is being read, then stops. */
    @Override
    public synchronized void close() throws InterruptedException {
        stop.countDown();
        if (thread != null) thread.join(20_000);
    }
}
