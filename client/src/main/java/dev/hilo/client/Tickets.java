package dev.hilo.client;

import dev.hilo.api.JobStarted;
import dev.hilo.api.Ticket;
import dev.hilo.api.TicketCreated;
import dev.hilo.api.TicketItem;
import dev.hilo.api.TicketUpdated;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The account's tickets. {@code where} and {@code including} give the same tickets with a condition more:
 * {@code client.tickets().where("company_id", 7).including("stats").updatedSince(lastYear)}.
 */
public final class Tickets extends Resource {

    /** The last page that an endpoint gives (reference §1.8). */
    private static final int LAST_PAGE = 300;

    private final Address list;
    private final int lastPage;

    Tickets(Raw raw) {
        this(raw, Address.of("/tickets"), PER_PAGE, LAST_PAGE);
    }

    /** @param lastPage after which no endpoint gives another */
    Tickets(Raw raw, Address list, int perPage, int lastPage) {
        super(raw);
        this.list = list.with("per_page", perPage);
        this.lastPage = lastPage;
    }

    private Tickets with(String name, Object value) {
        return new Tickets(raw(), list.with(name, value), perPage(), lastPage);
    }

    private int perPage() {
        return Integer.parseInt(list.query().get("per_page"));
    }

    /** What the list also tells: {@code client.tickets().including("stats", "requester", "description").all()}. */
    public Tickets including(String... more) {
        return with("include", String.join(",", more));
    }

    /** One of requester_id, email, unique_external_id, company_id: {@code client.tickets().where("company_id", 7)}. */
    public Tickets where(String field, Object value) {
        return with(field, value);
    }

    /** Those created within the last 30 days, the newest first: {@code client.tickets().all().toList()}. */
    public Pages<TicketItem> all() {
        return links(list);
    }

    /** Those that wait for the caller: {@code client.tickets().newAndMyOpen()}. */
    public Pages<TicketItem> newAndMyOpen() {
        return links(list.with("filter", "new_and_my_open"));
    }

    /** Those that the caller watches: {@code client.tickets().watching()}. */
    public Pages<TicketItem> watching() {
        return links(list.with("filter", "watching"));
    }

    /** {@code client.tickets().spam(Instant.EPOCH)} */
    public Pages<TicketItem> spam(Instant since) {
        return rolling(list.with("filter", "spam"), since);
    }

    /** Those in the trash: {@code client.tickets().deleted(Instant.EPOCH)}. */
    public Pages<TicketItem> deleted(Instant since) {
        return rolling(list.with("filter", "deleted"), since);
    }

    /**
     * Those changed at that second or later, the oldest change first, however many they are:
     * {@code client.tickets().updatedSince(yesterday)}. A ticket that changes while the list is walked comes again.
     */
    public Pages<TicketItem> updatedSince(Instant since) {
        return rolling(list, since);
    }

    /** {@code client.tickets().get(42).subject()} */
    public Ticket get(long id, String... include) {
        return document(id, include).record();
    }

    /** The ticket with every field that came: {@code client.tickets().document(42).json()}. */
    public Document<Ticket> document(long id, String... include) {
        var address = Address.of("/tickets/" + id);
        if (include.length > 0) address = address.with("include", String.join(",", include));
        return document(address.toString(), Ticket.class);
    }

    private Pages<TicketItem> links(Address list) {
        return whole(list, TicketItem.class);
    }

    private Pages<TicketItem> rolling(Address list, Instant since) {
        var start = list.with("updated_since", Seconds.of(since))
                .with("order_by", "updated_at")
                .with("order_type", "asc")
                .with("page", 1);
        return new Pages<>(this::walk, start.toString());
    }

    private Iterator<Batch<TicketItem>> walk(String start) {
        return new RollingWalk(this, start, lastPage);
    }

    /** At most 300: {@code client.tickets().search("status:2 AND priority:4")}. */
    public Pages<TicketItem> search(String query) {
        return search("/search/tickets", query, TicketItem.class);
    }

    /**
     * A new one:
     * {@code client.tickets().draft("Late").from("carla@customer.test").description("Where is it?").send()}. It is open
     * and of low priority unless it says otherwise.
     */
    public TicketDraft<TicketCreated> draft(String subject) {
        return new TicketDraft<>(this, "POST", "/tickets", TicketCreated.class)
                .with("subject", subject)
                .status(2)
                .priority(1);
    }

    /** A mail that the account begins: {@code client.tickets().outbound("News", "carla@customer.test", mailbox.id())}. */
    public TicketDraft<TicketCreated> outbound(String subject, String to, long emailConfig) {
        return new TicketDraft<>(this, "POST", "/tickets/outbound_email", TicketCreated.class)
                .with("subject", subject)
                .with("email", to)
                .with("email_config_id", emailConfig);
    }

    /**
     * {@code client.tickets().create(Map.of("subject", "Late", "email", "carla@customer.test", …))}
     *
     * @param body a map, a {@code CreateTicket}, or JSON text
     */
    public TicketCreated create(Object body) {
        return post("/tickets", body, TicketCreated.class);
    }

    /** {@code client.tickets().update(42, Map.of("status", 4))} */
    public TicketUpdated update(long id, Object body) {
        return put("/tickets/" + id, body, TicketUpdated.class);
    }

    /** Into the trash: {@code client.tickets().delete(42)}. */
    public void delete(long id) {
        delete("/tickets/" + id);
    }

    /** The others become part of the first: {@code client.tickets().merge(42, 43, 44)}. */
    public void merge(long primary, long... others) {
        send("PUT", "/tickets/merge", Map.of("primary_id", primary, "ticket_ids", Resource.boxed(others)));
    }

    /** A job: {@code client.tickets().updateMany(List.of(42L, 43L), Map.of("status", 4))}. */
    public JobStarted updateMany(List<Long> ids, Map<String, ?> properties) {
        var action = Map.of("ids", ids, "properties", properties);
        return post("/tickets/bulk_update", Map.of("bulk_action", action), JobStarted.class);
    }

    /** A job: {@code client.tickets().deleteMany(List.of(42L, 43L))}. */
    public JobStarted deleteMany(List<Long> ids) {
        return post("/tickets/bulk_delete", Map.of("bulk_action", Map.of("ids", ids)), JobStarted.class);
    }

    /** {@code client.tickets().archived(42).subject()} */
    public Ticket archived(long id) {
        return one("/tickets/archived/" + id, Ticket.class);
    }

    /** {@code client.tickets().archivedConversations(42).all()} */
    public TicketConversations archivedConversations(long id) {
        return new TicketConversations(raw(), "/tickets/archived/" + id + "/conversations");
    }

    /** {@code client.tickets().deleteArchived(42)} */
    public void deleteArchived(long id) {
        delete("/tickets/archived/" + id);
    }

    /** {@code client.tickets().watchMany(List.of(42L, 43L), ben.id())} */
    public void watchMany(List<Long> ids, long agent) {
        send("PUT", "/tickets/bulk_watch", Map.of("ids", ids, "user_id", agent));
    }

    /** The caller no longer watches them: {@code client.tickets().unwatchMany(List.of(42L, 43L))}. */
    public void unwatchMany(List<Long> ids) {
        send("PUT", "/tickets/bulk_unwatch", Map.of("ids", ids));
    }
}
