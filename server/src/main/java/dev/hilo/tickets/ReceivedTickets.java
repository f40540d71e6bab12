package dev.hilo.tickets;

import dev.hilo.accounts.Sight;
import dev.hilo.html.Html;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Tickets that mail begins, and that mail opens again. What an account asks of agents' tickets is not asked of them. */
public final class ReceivedTickets {

    private static final int EMAIL = 1;
    private static final int LOW = 1;

    /**
     * What a mail says.
     *
     * @param html as it was sent
     * @param mailboxId whose group and product the ticket gets; null where the mail came to none
     */
    public record Received(long requesterId, Long mailboxId, String subject, String html, List<String> ccEmails) {}

    private final SlaTimes sla;

    public ReceivedTickets(SlaTimes sla) {
        this.sla = sla;
    }

    /** The id of the account's next ticket, which the transaction holds until it ends. */
    public long nextId(Handle handle, long accountId) {
        return handle.attach(TicketStore.class).nextId(accountId);
    }

    public void write(Handle handle, long accountId, long id, Received mail, Instant now) {
        var fields = sla.applied(accountId, fields(handle, accountId, mail), null, now);
        var milestones = Milestones.first(fields.status(), fields.source(), now);
        handle.attach(TicketStore.class).insert(accountId, id, fields, milestones, now);
    }

    private static Fields fields(Handle handle, long accountId, Received mail) {
        var asked = new References.Asked(null, null, null, null, null, null, mail.mailboxId(), mail.requesterId());
        var known = handle.attach(References.class).look(accountId, asked);
        String html = Html.clean(mail.html());
        return new Fields(
                mail.subject(),
                html,
                Html.toText(html),
                null,
                Status.OPEN,
                LOW,
                EMAIL,
                null,
                mail.requesterId(),
                null,
                known.groupOfMailbox(),
                known.productOfMailbox(),
                known.companyOfRequester(),
                mail.mailboxId(),
                null,
                null,
                mail.ccEmails(),
                List.of(),
                Map.of(),
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
