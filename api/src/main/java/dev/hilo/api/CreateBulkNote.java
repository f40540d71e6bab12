package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A note or a reply for every ticket that a search finds; one of the two.
 *
 * @param query in the search language of {@code GET /api/v2/search/tickets}; the double quotes around it may be left out
 */
public record CreateBulkNote(@Required String query, Note note, Reply reply) {

    /** @param isPrivate whether agents alone see it, as they do by default */
    public record Note(
            @Required String body, @JsonProperty("private") Boolean isPrivate) {}

    /** A public reply to each ticket's requester. */
    public record Reply(@Required String body) {}
}
