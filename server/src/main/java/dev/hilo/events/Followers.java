package dev.hilo.events;

import dev.hilo.accounts.NewAccount;
import dev.hilo.db.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells each follower of the events of each account. Every node runs them; a row lock on the position makes one of them do
 * an account at a time, and another go on where it stopped.
 */
public final class Followers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
    private static final long PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;
    private static final long LONGEST_WAIT_NANOS = 500_000_000;
    private static final int BATCH = 200;

    private record Trouble(int times, long notBeforeNanos) {
        static Trouble after(Trouble last) {
            int times = last == null ? 1 : last.times + 1;
            long pause = Math.min(LONGEST_PAUSE_MILLIS, PAUSE_MILLIS << Math.min(times, 16));
            return new Trouble(times, System.nanoTime() + pause * 1_000_000);
        }
    }

    private final Database database;
    private final EventLog log;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private Thread thread;
    /** Of the thread alone: how far it has looked, and when. */
    private long told = -1;

    private long looked;

    public Followers(Database database, EventLog log) {
        this.database = database;
        this.log = log;
    }

    public void register(Follower follower) {
        followers.add(follower);
    }

    /** A new account is followed from its first event on. */
    public void found(Handle handle, long accountId, NewAccount account, Instant now) {
        var store = handle.attach(EventStore.class);
        followers.forEach(follower -> store.begin(accountId, follower.name()));
    }

    /** Accounts that are older than a follower are followed from now on. */
    public synchronized void start() {
        if (followers.isEmpty()) return;
        database.run(h -> followers.forEach(f -> h.attach(EventStore.class).begin(f.name())));
        thread = Thread.ofPlatform().name("followers").start(this::follow);
    }

    /** Passes over everything written so far in a transaction, so that no follower acts on what was loaded from elsewhere. */
    public void skip(Handle handle, long accountId) {
        var store = handle.attach(EventStore.class);
        long last = store.lastOf(accountId);
        followers.forEach(follower -> store.move(accountId, follower.name(), last));
    }

    private void follow() {
        while (!stopping()) {
            boolean busy = false;
            try {
                busy = round();
            } catch (RuntimeException e) {
                LOG.warn("Cannot follow the events", e);
            }
            if (!busy) pause();
        }
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }

    private void pause() {
        try {
            stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stop.countDown();
        }
    }

    /** Whether there is more to do at once. */
    private boolean round() {
        long last = log.horizon().advance();
        // Now and then also without news: another node may have died over what it had begun.
        if (last == told && System.nanoTime() - looked < LONGEST_WAIT_NANOS) return false;
        told = last;
        looked = System.nanoTime();
        boolean busy = false;
        for (var follower : followers) {
            for (long accountId : database.read(h -> h.attach(EventStore.class).behind(follower.name(), last))) {
                if (stopping()) return false;
                busy |= tell(follower, accountId, last);
            }
        }
        if (busy) told = -1;
        return busy;
    }

    private boolean tell(Follower follower, long accountId, long last) {
        String key = follower.name() + " " + accountId;
        var trouble = troubles.get(key);
        if (trouble != null && System.nanoTime() < trouble.notBeforeNanos) return false;
        try {
            boolean more = database.write(handle -> step(handle, follower, accountId, last));
            troubles.remove(key);
            return more;
        } catch (RuntimeException e) {
            var next = Trouble.after(trouble);
            troubles.put(key, next);
            LOG.warn(
                    "{} failed on the events of account {}, {} times by now",
                    follower.name(),
                    accountId,
                    next.times,
                    e);
            return false;
        }
    }

    private boolean step(Handle handle, Follower follower, long accountId, long last) {
        var store = handle.attach(EventStore.class);
        var position = store.claim(accountId, follower.name());
        if (position.isEmpty()) return false;
        var events = store.after(accountId, position.get(), last, BATCH);
        if (!events.isEmpty()) follower.take(handle, events);
        boolean more = events.size() == BATCH;
        store.move(accountId, follower.name(), more ? events.getLast().id() : Math.max(last, position.get()));
        return more;
    }

    /** Ends the step that runs, then stops. */
    @Override
    public synchronized void close() throws InterruptedException {
        stop.countDown();
        if (thread != null) thread.join(20_000);
    }
}
