package dev.hilo.answers.acting;

import dev.hilo.accounts.Accounts;
import dev.hilo.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works off what the events ask for, a few things at once; every node has one, and no thing is done by two. */
public final class Colleague implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Colleague.class);
    private static final long PAUSE_MILLIS = 200;
    private static final int AT_ONCE = 4;
    /** Longer than any model may take. */
    private static final Duration LEASE = Duration.ofMinutes(8);

    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final int MOST_ATTEMPTS = 4;
    private static final Duration KEPT = Duration.ofDays(30);

    private final Database database;
    private final Accounts accounts;
    private final Turn turn;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch stop = new CountDownLatch(1);
    private Thread thread;

    public Colleague(Database database, Accounts accounts, Turn turn, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.turn = turn;
        this.clock = clock;
    }

    public synchronized void start() {
        thread = Thread.ofPlatform().name("colleague").start(this::work);
    }

    private void work() {
        while (stop.getCount() > 0) {
            try {
                for (long account :
                        database.read(h -> h.attach(ActingStore.class).busy(clock.instant()))) look(account);
                stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                stop.countDown();
            } catch (RuntimeException e) {
                LOG.warn("Cannot look for what is to be done", e);
                pauseLonger();
            }
        }
    }

    private void pauseLonger() {
        try {
            stop.await(10 * PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stop.countDown();
        }
    }

    private void look(long accountId) {
        while (stop.getCount() > 0 && turn.sendDue(accountId)) {
            // Until none is due.
        }
        while (stop.getCount() > 0 && free.tryAcquire()) {
            var now = clock.instant();
            var task = database.write(h -> h.attach(ActingStore.class).claim(accountId, now, now.plus(LEASE)));
            if (task.isEmpty()) {
                free.release();
                return;
            }
            threads.execute(() -> take(task.get()));
        }
    }

    private void take(Task task) {
        try {
            turn.take(task);
        } catch (RuntimeException e) {
            LOG.warn("Event {} of account {} could not be answered", task.eventId(), task.accountId(), e);
            again(task);
        } finally {
            free.release();
        }
    }

    private void again(Task task) {
        var now = clock.instant();
        database.run(h -> {
            var store = h.attach(ActingStore.class);
            if (task.attempts() >= MOST_ATTEMPTS) store.end(task.accountId(), task.eventId(), task.attempts(), now);
            else {
                var due = now.plus(RETRY.multipliedBy(task.attempts()));
                store.again(task.accountId(), task.eventId(), task.attempts(), due, now);
            }
        });
    }

    /** Forgets which events were answered a month ago; what was done stays. */
    public void forgetOld() {
        var before = clock.instant().minus(KEPT);
        accounts.list()
                .forEach(a -> database.run(h -> h.attach(ActingStore.class).forget(a.accountId(), before)));
    }

    @Override
    public synchronized void close() throws InterruptedException {
        stop.countDown();
        if (thread != null) thread.join(5_000);
        threads.shutdown();
        threads.awaitTermination(10, TimeUnit.SECONDS);
    }
}
