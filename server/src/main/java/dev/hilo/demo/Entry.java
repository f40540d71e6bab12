package dev.hilo.demo;

import dev.hilo.conversations.EntryKind;
import java.time.Instant;
import java.util.List;

/**
 * An entry of a thread.
 *
 * @param customer the customer who wrote it, or null
 * @param agent the agent who wrote it, or null
 * @param to addresses beside the requester, for forwards
 * @param files kinds of files that are attached
 */
record Entry(
        EntryKind kind,
        Instant at,
        Person customer,
        Cast.Agent agent,
        String html,
        boolean isPrivate,
        List<String> to,
        List<String> files) {

    boolean incoming() {
        return agent == null;
    }
}
