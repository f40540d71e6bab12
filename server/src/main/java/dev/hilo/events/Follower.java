package dev.hilo.events;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Someone who is told of every event, in order.
 *
 * @param name unique, and kept for ever: the position is kept under it
 * @param takesMirrored whether it is told of what a mirror copied from the system of record
 */
public record Follower(String name, Handler handler, boolean takesMirrored) {

    public Follower(String name, Handler handler) {
        this(name, handler, true);
    }

    /** The same for one who acts on what happens: what happened elsewhere was acted on there. */
    public Follower ofOurOwn() {
        return new Follower(name, handler, false);
    }

    void take(Handle handle, List<Event> events) {
        var wanted = takesMirrored
                ? events
                : events.stream().filter(event -> !event.isMirrored()).toList();
        if (!wanted.isEmpty()) handler.take(handle, wanted);
    }

    /**
     * Takes some events of one account, in the transaction that moves the position behind them: what it does to the database
     * happens exactly once for each event. It must not call anything outside; a throw is tried again, ever more slowly.
     */
    @FunctionalInterface
    public interface Handler {
        void take(Handle handle, List<Event> events);
    }
}
