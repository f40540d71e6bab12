package dev.hilo.tickets;

import dev.hilo.accounts.Caller;
import dev.hilo.api.CreateTicket;
import dev.hilo.contacts.RequesterClaim;
import dev.hilo.contacts.Requesters;
import dev.hilo.errors.Problems;
import dev.hilo.fields.CustomFields;
import dev.hilo.fields.TicketForm;
import dev.hilo.html.Html;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** Checks what a new ticket is asked to be and works out what it becomes (reference §3.5). */
final class NewTicket {

    private static final int PORTAL = 2;
    private static final int OUTBOUND = 10;

    private final Handle handle;
    private final Caller caller;
    private final CreateTicket asked;
    private final TicketForm form;
    private final SlaTimes sla;
    private final Instant now;
    private final Problems problems = new Problems();
    private Map<String, Object> custom;

    NewTicket(Handle handle, Caller caller, CreateTicket asked, TicketForm form, SlaTimes sla, Instant now) {
        this.handle = handle;
        this.caller = caller;
        this.asked = asked;
        this.form = form;
        this.sla = sla;
        this.now = now;
    }

    /** @param tracks whether the ticket is to be a tracker */
    Fields fields(boolean tracks) {
        check();
        long requester = Requesters.resolve(handle, caller.accountId(), claim(), problems, now);
        var known = look(requester);
        known.check(problems);
        Associations.checkParent(handle, caller.accountId(), asked.parentId(), problems);
        problems.refuse();
        return sla.applied(caller.accountId(), fields(requester, known, tracks), null, now);
    }

    private void check() {
        TicketRules.required("subject", asked.subject(), problems);
        boolean isOutbound = asked.source() != null && asked.source() == OUTBOUND;
        if (!isOutbound) TicketRules.required("description", description(), problems);
        TicketRules.status(asked.status(), true, form, problems);
        TicketRules.priority(asked.priority(), true, problems);
        TicketRules.source(asked.source(), form, problems);
        TicketRules.type(asked.type(), form, problems);
        TicketRules.tags(asked.tags(), problems);
        TicketRules.addresses("cc_emails", asked.ccEmails(), problems);
        TicketRules.dueTimes(asked.dueBy(), asked.frDueBy(), now, problems);
        custom = form.custom().read(asked.customFields(), problems);
        boolean done = asked.status() != null && Status.isDone(asked.status());
        form.require(custom, true, done, problems);
    }

    private String description() {
        if (asked.description() != null) return asked.description();
        return asked.structuredDescription() == null
                ? null
                : asked.structuredDescription().toString();
    }

    private RequesterClaim claim() {
        return new RequesterClaim(
                asked.requesterId(),
                asked.email(),
                asked.phone(),
                asked.twitterId(),
                asked.facebookId(),
                asked.uniqueExternalId(),
                asked.name());
    }

    private References.Known look(long requester) {
        return handle.attach(References.class)
                .look(
                        caller.accountId(),
                        new References.Asked(
                                asked.responderId(),
                                asked.internalAgentId(),
                                asked.groupId(),
                                asked.internalGroupId(),
                                asked.productId(),
                                asked.companyId(),
                                asked.emailConfigId(),
                                requester));
    }

    private Fields fields(long requester, References.Known known, boolean tracks) {
        String html = Html.clean(Objects.requireNonNullElse(description(), ""));
        return new Fields(
                asked.subject(),
                html,
                Html.toText(html),
                asked.structuredDescription(),
                asked.status(),
                asked.priority(),
                asked.source() == null ? PORTAL : asked.source(),
                asked.type(),
                requester,
                asked.responderId(),
                asked.groupId() == null ? known.groupOfMailbox() : asked.groupId(),
                asked.emailConfigId() == null ? asked.productId() : known.productOfMailbox(),
                asked.companyId() == null ? known.companyOfRequester() : asked.companyId(),
                asked.emailConfigId() == null ? known.mailboxOfProduct() : asked.emailConfigId(),
                asked.internalAgentId(),
                asked.internalGroupId(),
                asked.ccEmails() == null ? List.of() : TicketRules.distinct(asked.ccEmails()),
                TicketRules.distinct(asked.tags()),
                CustomFields.merged(Map.of(), custom),
                association(tracks),
                asked.parentId(),
                asked.dueBy(),
                asked.frDueBy(),
                null,
                asked.dueBy() != null,
                null,
                0);
    }

    private Integer association(boolean tracks) {
        if (asked.parentId() != null) return Associations.CHILD;
        return tracks ? Associations.TRACKER : null;
    }
}
