package dev.hilo.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.AssociatedTicket;
import dev.hilo.api.AssociatedTickets;
import dev.hilo.api.SatisfactionRating;
import dev.hilo.api.Ticket;
import dev.hilo.api.TicketAccesses;
import dev.hilo.api.TicketSummary;
import dev.hilo.api.TicketUpdated;
import dev.hilo.api.TicketWatchers;
import dev.hilo.api.TimeEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

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

    /** To the requester: {@code client.ticket(42).reply("It left this morning.").cc("boss@customer.test").send()}. */
    public ReplyDraft reply(String body) {
        return new ReplyDraft(this, path, body);
    }

    /** For agents: {@code client.ticket(42).note("See the file.").withAttachment(Path.of("log.txt")).send()}. */
    public NoteDraft note(String body) {
        return new NoteDraft(this, path, body);
    }

    /** {@code client.ticket(42).forward("Can you help?", "lab@partner.test").send()} */
    public ForwardDraft forward(String body, String... to) {
        return new ForwardDraft(this, path + "/forward", body, to);
    }

    /** To those it was forwarded to: {@code client.ticket(42).replyToForward("Thanks.", "lab@partner.test").send()}. */
    public ForwardDraft replyToForward(String body, String... to) {
        return new ForwardDraft(this, path + "/reply_to_forward", body, to);
    }

    /** {@code client.ticket(42).change().status(4).assignedTo(ben.id()).send()} */
    public TicketDraft<TicketUpdated> change() {
        return new TicketDraft<>(this, "PUT", path, TicketUpdated.class);
    }

    /**
     * {@code client.ticket(42).update(Map.of("status", 4, "tags", List.of("late")))}
     *
     * @param body what changes: a map, an {@code UpdateTicket}, or JSON text
     */
    public TicketUpdated update(Object body) {
        return put(path, body, TicketUpdated.class);
    }

    /** Into the trash: {@code client.ticket(42).delete()}. */
    public void delete() {
        delete(path);
    }

    /** Out of the trash: {@code client.ticket(42).restore()}. */
    public void restore() {
        restore(path);
    }

    /** {@code client.ticket(42).timeEntries()} */
    public Pages<TimeEntry> timeEntries() {
        return pages(path + "/time_entries", TimeEntry.class);
    }

    /** {@code client.ticket(42).addTime(Map.of("time_spent", "00:20", "note", "Looked into it."))} */
    public TimeEntry addTime(Object body) {
        return post(path + "/time_entries", body, TimeEntry.class);
    }

    /** {@code client.ticket(42).satisfactionRatings()} */
    public Pages<SatisfactionRating> satisfactionRatings() {
        return pages(path + "/satisfaction_ratings", SatisfactionRating.class);
    }

    /** {@code client.ticket(42).rate(Map.of("ratings", Map.of("default_question", 103), "feedback", "Quick!"))} */
    public SatisfactionRating rate(Object body) {
        return post(path + "/satisfaction_ratings", body, SatisfactionRating.class);
    }

    /** Agents who are told of what happens: {@code client.ticket(42).watchers()}. */
    public List<Long> watchers() {
        return one(path + "/watchers", TicketWatchers.class).watcherIds();
    }

    /** {@code client.ticket(42).watch(ben.id())} */
    public void watch(long agent) {
        send("POST", path + "/watch", Map.of("user_id", agent));
    }

    /** The caller no longer watches: {@code client.ticket(42).unwatch()}. */
    public void unwatch() {
        send("PUT", path + "/unwatch", null);
    }

    /** Its children, or what it tracks: {@code client.ticket(42).associated()}. */
    public List<AssociatedTicket> associated() {
        return one(path + "/associated_tickets", AssociatedTickets.class).tickets();
    }

    /** Its parent or tracker: {@code client.ticket(42).prime()}. */
    public AssociatedTicket prime() {
        return one(path + "/prime_association", AssociatedTicket.class);
    }

    /** Agents who may see it beside those whose scope it is in: {@code client.ticket(42).accesses()}. */
    public List<Long> accesses() {
        return one(path + "/accesses", TicketAccesses.class).userIds();
    }

    /** {@code client.ticket(42).allow(ben.id(), cleo.id())} */
    public List<Long> allow(long... agents) {
        return post(path + "/accesses", new TicketAccesses(boxed(agents)), TicketAccesses.class)
                .userIds();
    }

    /** No further agents: {@code client.ticket(42).clearAccesses()}. */
    public void clearAccesses() {
        delete(path + "/accesses");
    }

    /** {@code client.ticket(42).summary().bodyText()} */
    public TicketSummary summary() {
        return one(path + "/summary", TicketSummary.class);
    }

    /** {@code client.ticket(42).summarize("A parcel was late.")} */
    public TicketSummary summarize(String body) {
        return put(path + "/summary", Map.of("body", body), TicketSummary.class);
    }

    /** {@code client.ticket(42).deleteSummary()} */
    public void deleteSummary() {
        delete(path + "/summary");
    }

    /** {@code client.ticket(42).changeAccesses(List.of(Map.of("id", ben.id(), "deleted", true)))} */
    public List<Long> changeAccesses(List<?> changes) {
        return send("PATCH", path + "/accesses", Map.of("user_ids", changes), TicketAccesses.class)
                .userIds();
    }

    /** Of a Hilo: messages and changes in one order, the newest first: {@code client.ticket(42).timeline(20)}. */
    public JsonNode timeline(int count) {
        return get("/api/hilo/v1" + path + "/timeline?limit=" + count).json();
    }

    /** Of a Hilo, as it was then: {@code client.ticket(42).at(yesterday).status()}. */
    public Ticket at(Instant time) {
        return one("/api/hilo/v1" + path + "/at?time=" + time.truncatedTo(ChronoUnit.MICROS), Ticket.class);
    }
}
