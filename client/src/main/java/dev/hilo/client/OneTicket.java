package dev.hilo.client;

import dev.hilo.api.SatisfactionRating;
import dev.hilo.api.Ticket;
import dev.hilo.api.TimeEntry;

/** One ticket and what belongs to it. */
public final class OneTicket extends Resource {

    private final long id;
    private final String path;

    OneTicket(Raw raw, long id) {
        super(raw);
        this.id = id;
        this.path = "/tickets/" + id;
    }

    /** {@code client.ticket(42).get("stats", "requester").subject()} */
    public Ticket get(String... include) {
        return document(include).record();
    }

    /** With every field that came: {@code client.ticket(42).document().json()}. */
    public Document<Ticket> document(String... include) {
        return new Tickets(raw()).document(id, include);
    }

    /** What was said on it, the oldest first: {@code client.ticket(42).conversations().latest(20)}. */
    public TicketConversations conversations() {
        return new TicketConversations(raw(), path + "/conversations");
    }

    /** {@code client.ticket(42).timeEntries()} */
    public Pages<TimeEntry> timeEntries() {
        return pages(path + "/time_entries", TimeEntry.class);
    }

    /** {@code client.ticket(42).satisfactionRatings()} */
    public Pages<SatisfactionRating> satisfactionRatings() {
        return pages(path + "/satisfaction_ratings", SatisfactionRating.class);
    }
}
