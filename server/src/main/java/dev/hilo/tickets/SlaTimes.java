package dev.hilo.tickets;

import java.time.Instant;

/** Works out when a ticket is due. */
public interface SlaTimes {
    /**
     * The ticket's fields with the due times that follow from them.
     *
     * @param before the ticket as it was; null for a new one
     */
    Fields applied(long accountId, Fields fields, TicketRow before, Instant now);
}
