package dev.hilo.events;

import dev.hilo.db.Database;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How far the events may be read. Numbers are drawn in the order of the changes, but transactions end in any order: when
 * event 11 can be seen, event 10 may still be on its way, and a reader that goes on from 11 would never see it.
 *
 * <p>So each advance notes the last number drawn and, after that, a transaction id: whoever drew a number up to that one
 * has an older id. Once no older transaction runs, all of them have ended, and what is there up to that number is all there
 * will ever be. Every node finds this out by itself; writers do nothing for it.
 */
public final class Horizon {

    /** See {@code event_horizon()} in the schema. */
    public record Sample(long last, long barrier, long oldest) {}

    private final Database database;
    private final Deque<Sample> waiting = new ArrayDeque<>();
    private volatile long reached;

    public Horizon(Database database) {
        this.database = database;
    }

    /** The last number that is safe to read, as far as known. */
    public long reached() {
        return reached;
    }

    /** Looks how far it is now; nothing is drawn or waited for when nothing new was written. */
    public long advance() {
        if (last() <= reached) return reached;
        return sampled();
    }

    private long last() {
        return database.read(h -> h.attach(EventStore.class).last());
    }

    private synchronized long sampled() {
        var sample = database.read(h -> h.attach(EventStore.class).sample());
        waiting.addLast(sample);
        while (!waiting.isEmpty() && waiting.peekFirst().barrier <= sample.oldest) {
            reached = Math.max(reached, waiting.removeFirst().last);
        }
        if (waiting.size() > 1000) waiting.removeFirst();
        return reached;
    }
}
