package dev.hilo.pages;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.hilo.db.Database;
import dev.hilo.web.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Tells open pages that something has changed, and on which tickets, so that they look again. All pages of an account share
 * one look at the event log.
 */
public final class Live {

    private static final Duration LOOK = Duration.ofMillis(300);
    private static final long HEARTBEAT_NANOS = Duration.ofSeconds(15).toNanos();
    private static final int MOST_TICKETS = 200;

    private final Database database;
    private final LoadingCache<Long, Long> newest;

    public Live(Database database) {
        this.database = database;
        this.newest = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(LOOK)
                .build(account -> database.read(h -> h.attach(LiveStore.class).newest(account)));
    }

    /** Until the reader goes or the server stops. */
    Answer follow(long accountId) {
        return new Answer.Stream(out -> follow(accountId, out));
    }

    private void follow(long accountId, Answer.Sink out) throws IOException {
        long known = newest.get(accountId);
        long spoken = System.nanoTime();
        write(out, "retry: 2000\n: listening\n\n");
        while (out.isOpen()) {
            long now = newest.get(accountId);
            if (now > known) {
                write(out, "event: changed\ndata: " + tickets(accountId, known) + "\n\n");
                known = now;
                spoken = System.nanoTime();
            } else if (System.nanoTime() - spoken > HEARTBEAT_NANOS) {
                write(out, ": still here\n\n");
                spoken = System.nanoTime();
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private String tickets(long accountId, long after) {
        return database.read(h -> h.attach(LiveStore.class).tickets(accountId, after, MOST_TICKETS)).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private static void write(Answer.Sink out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
