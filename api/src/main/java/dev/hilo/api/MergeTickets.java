package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Tickets that become one.
 *
 * @param ticketIds the secondary tickets, which are closed
 * @param noteInPrimary null for a note that tells what was merged; so is the other
 * @param convertRecepientsToCc whether the people of the secondary tickets get copies of the primary's replies; the
 *     spelling is the wire's
 */
public record MergeTickets(
        @Required Long primaryId,
        @Required @Bounds(100) List<Long> ticketIds,
        Note noteInPrimary,
        Note noteInSecondary,
        Boolean convertRecepientsToCc) {

    /** @param isPrivate whether agents alone see it, as they do by default */
    public record Note(
            @Required String body, @JsonProperty("private") Boolean isPrivate) {}
}
