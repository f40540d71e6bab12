package dev.hilo.tickets;

import dev.hilo.accounts.Sight;
import dev.hilo.html.Html;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Tickets that customers begin, and open again or end, by mail or in the portal. What an account asks of agents' tickets is not asked of them. */
public final class ReceivedTickets {

    private static final int EMAIL = 1;
    private static final int PORTAL = 2;
    private static final int LOW = 1;

    /**
     * What a mail says.
     *
     * @param html as it was sent
     * @param mailboxId whose group and product the ticket gets; null where the mail came to none
     */
    public record Received(long requesterId, Long mailboxId, String subject, String html, List<String> ccEmails) {}

    /**
     * What the form of the portal says. Null for what was left open.
     *
     * @param customFields as they are stored
     */
    public record Asked(
            long requesterId,
            String subject,
            String html,
            Integer priority,
            String type,
            Long productId,
            Map<String, Object> customFields) {}

    private final SlaTimes sla;

    public ReceivedTickets(SlaTimes sla) {
        this.sla = sla;
    }

    /** The id of the account's next ticket, which the transaction holds until it ends. */
    public long nextId(Handle handle, long accountId) {
        return handle.attach(TicketStore.class).nextId(accountId);
    }

    public void write(Handle handle, long accountId, long id, Received mail, Instant now) {
        var asked = new References.Asked(null, null, null, null, null, null, mail.mailboxId(), mail.requesterId());
        var known = handle.attach(References.class).look(accountId, asked);
        var said = new Asked(
                mail.requesterId(), mail.subject(), mail.html(), null, null, known.productOfMailbox(), Map.of());
        insert(handle, accountId, id, fields(said, EMAIL, mail.mailboxId(), known, mail.ccEmails()), now);
    }

    /** A ticket that a customer begins in the portal. */
    public void write(Handle handle, long accountId, long id, Asked form, Instant now) {
        var asked = new References.Asked(null, null, null, null, form.productId(), null, null, form.requesterId());
        var known = handle.attach(References.class).look(accountId, asked);
        insert(handle, accountId, id, fields(form, PORTAL, known.mailboxOfProduct(), known, List.of()), now);
    }

    private void insert(Handle handle, long accountId, long id, Fields asked, Instant now) {
        var fields = sla.applied(accountId, asked, null, now);
        var milestones = Milestones.first(fields.status(), fields.source(), now);
        handle.attach(TicketStore.class).insert(accountId, id, fields, milestones, now);
    }

    private static Fields fields(
            Asked asked, int source, Long mailboxId, References.Known known, List<String> ccEmails) {
        String html = Html.clean(asked.html());
        return new Fields(
                asked.subject(),
                html,
                Html.toText(html),
                null,
                Status.OPEN,
                asked.priority() == null ? LOW : asked.priority(),
                source,
                asked.type(),
                asked.requesterId(),
                null,
                known.groupOfMailbox(),
                asked.productId(),
                known.companyOfRequester(),
                mailboxId,
                null,
                null,
                ccEmails,
                List.of(),
                asked.customFields(),
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                0);
    }

    /** Resolves a ticket that is neither Resolved nor Closed, since its customer says so. */
    public void resolve(Handle handle, long accountId, long id, Instant now) {
        var before = handle.attach(TicketStore.class)
                .lock(new Sight(accountId, 1, 0, List.of()), id)
                .orElseThrow();
        if (Status.isDone(before.status())) return;
        var done = sla.applied(accountId, Fields.of(before).withStatus(Status.RESOLVED), before, now);
        Tickets.change(handle, accountId, before, done, now);
    }

    /** Opens a ticket that is Pending, Resolved or Closed (reference §2.9); any other stays as it is. */
    public void reopen(Handle handle, long accountId, long id, Instant now) {
        var before = handle.attach(TicketStore.class)
                .lock(new Sight(accountId, 1, 0, List.of()), id)
                .orElseThrow();
        boolean waits = before.status() == Status.PENDING || Status.isDone(before.status());
        if (!waits) return;
        var opened = sla.applied(accountId, Fields.of(before).withStatus(Status.OPEN), before, now);
        Tickets.change(handle, accountId, before, opened, now);
    }
}
