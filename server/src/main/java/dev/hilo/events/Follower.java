package dev.hilo.events;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Someone who is told of every event, in order.
 *
 * @param name unique, and kept for ever: the position is kept under it
 */
public record Follower(String name, Handler handler) {

    /**
     * Takes some events of one account, in the transaction that moves the position behind them: what it does to the database
     * happens exactly once for each event. It must not call anything outside; a throw is tried again, ever more slowly.
     */
    @FunctionalInterface
    public interface Handler {
        void take(Handle handle, List<Event> events);
    }
}
