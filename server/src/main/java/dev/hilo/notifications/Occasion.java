package dev.hilo.notifications;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is mailed about. */
public enum Occasion {
    /** To the requester: the ticket is there. */
    NEW_TICKET,
    /** To the requester: an agent's reply, or a note that the requester may see. */
    AGENT_REPLIED,
    /** To the requester: the ticket is solved, and how was it? */
    SOLVED,
    /** To the agent of the ticket. */
    CUSTOMER_REPLIED,
    /** To the agent who has the ticket now. */
    ASSIGNED,
    /** To those whom a note names. */
    MENTIONED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Occasion> named(String wire) {
        return Arrays.stream(values()).filter(o -> o.wire().equals(wire)).findFirst();
    }
}
