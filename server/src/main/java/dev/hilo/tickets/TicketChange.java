package dev.hilo.tickets;

import dev.hilo.accounts.Caller;
import dev.hilo.api.FieldError;
import dev.hilo.api.Json;
import dev.hilo.api.UpdateTicket;
import dev.hilo.contacts.RequesterClaim;
import dev.hilo.contacts.Requesters;
import dev.hilo.errors.Problems;
import dev.hilo.fields.CustomFields;
import dev.hilo.fields.TicketForm;
import dev.hilo.html.Html;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Checks a change of a ticket and works out what the ticket becomes (reference §3.9). */
final class TicketChange {

    private static final int OUTBOUND = 10;

    private final Handle handle;
    private final Caller caller;
    private final TicketRow ticket;
    private final UpdateTicket asked;
    private final TicketForm form;
    private final SlaTimes sla;
    private final Instant now;
    private final Problems problems = new Problems();
    private Map<String, Object> custom;

    TicketChange(
            Handle handle,
            Caller caller,
            TicketRow ticket,
            UpdateTicket asked,
            TicketForm form,
            SlaTimes sla,
            Instant now) {
        this.handle = handle;
        this.caller = caller;
        this.ticket = ticket;
        this.asked = asked;
        this.form = form;
        this.sla = sla;
        this.now = now;
    }

    Fields fields() {
        check();
        long requester = requester();
        var known = look(requester);
        known.check(problems);
        checkParent();
        problems.refuse();
        var changed = fields(requester, known);
        return changed.equals(Fields.of(ticket)) ? changed : sla.applied(caller.accountId(), changed, ticket, now);
    }

    private void check() {
        notCleared();
        TicketRules.status(asked.status().value(), false, form, problems);
        TicketRules.priority(asked.priority().value(), false, problems);
        TicketRules.source(asked.source().value(), form, problems);
        TicketRules.type(asked.type().value(), form, problems);
        TicketRules.tags(asked.tags().value(), problems);
        if (asked.dueBy().isPresent() || asked.frDueBy().isPresent()) dueTimes();
        custom = form.custom().read(asked.customFields().value(), problems);
        int status = asked.status().or(ticket.status()) == null
                ? ticket.status()
                : asked.status().or(ticket.status());
        form.require(merged(), false, Status.isDone(status), problems);
        boolean textChanged = asked.subject().isPresent() || asked.description().isPresent();
        problems.addIf(
                ticket.source() == OUTBOUND && textChanged,
                new FieldError(
                        asked.subject().isPresent() ? "subject" : "description",
                        "It cannot be changed on an outbound ticket",
                        "incompatible_field"));
    }

    private void notCleared() {
        if (asked.subject().isPresent())
            TicketRules.required("subject", asked.subject().value(), problems);
        if (asked.description().isPresent())
            TicketRules.required("description", asked.description().value(), problems);
        TicketRules.status(asked.status().or(ticket.status()), true, form, problems);
        TicketRules.priority(asked.priority().or(ticket.priority()), true, problems);
    }

    private void dueTimes() {
        TicketRules.dueTimes(asked.dueBy().or(ticket.dueBy()), asked.frDueBy().or(ticket.frDueBy()), now, problems);
    }

    private long requester() {
        boolean named = Stream.of(
                        asked.requesterId(),
                        asked.email(),
                        asked.phone(),
                        asked.twitterId(),
                        asked.facebookId(),
                        asked.uniqueExternalId())
                .anyMatch(patch -> patch.hasValue());
        if (!named) return ticket.requesterId();
        var claim = new RequesterClaim(
                asked.requesterId().value(),
                asked.email().value(),
                asked.phone().value(),
                asked.twitterId().value(),
                asked.facebookId().value(),
                asked.uniqueExternalId().value(),
                asked.name().value());
        return Requesters.resolve(handle, caller.accountId(), claim, problems, now);
    }

    private References.Known look(long requester) {
        return handle.attach(References.class)
                .look(
                        caller.accountId(),
                        new References.Asked(
                                asked.responderId().value(),
                                asked.internalAgentId().value(),
                                asked.groupId().value(),
                                asked.internalGroupId().value(),
                                asked.productId().value(),
                                asked.companyId().value(),
                                asked.emailConfigId().value(),
                                requester));
    }

    private void checkParent() {
        if (!asked.parentId().hasValue()) return;
        problems.addIf(
                asked.parentId().value() == ticket.id(),
                FieldError.invalid("parent_id", "It should be another ticket"));
        problems.addIf(
                ticket.associationType() != null && ticket.associationType() != Associations.CHILD,
                FieldError.invalid("parent_id", "It should be a ticket that is not associated itself"));
        Associations.checkParent(handle, caller.accountId(), asked.parentId().value(), problems);
    }

    private Fields fields(long requester, References.Known known) {
        String html =
                asked.description().isPresent() ? Html.clean(asked.description().value()) : ticket.description();
        boolean sameText = html.equals(ticket.description());
        return new Fields(
                asked.subject().or(ticket.subject()),
                html,
                sameText ? ticket.descriptionText() : Html.toText(html),
                asked.structuredDescription().or(ticket.structuredDescription()),
                asked.status().or(ticket.status()),
                asked.priority().or(ticket.priority()),
                asked.source().hasValue() ? asked.source().value() : ticket.source(),
                asked.type().or(ticket.type()),
                requester,
                asked.responderId().or(ticket.responderId()),
                asked.groupId().or(ticket.groupId()),
                asked.productId().or(ticket.productId()),
                company(requester, known),
                mailbox(known),
                asked.internalAgentId().or(ticket.internalAgentId()),
                asked.internalGroupId().or(ticket.internalGroupId()),
                ticket.ccEmails(),
                asked.tags().isPresent() ? TicketRules.distinct(asked.tags().value()) : ticket.tags(),
                custom(),
                association(),
                asked.parentId().or(ticket.primeId()),
                asked.dueBy().or(ticket.dueBy()),
                asked.frDueBy().or(ticket.frDueBy()),
                ticket.nrDueBy(),
                asked.dueBy().isPresent() ? asked.dueBy().hasValue() : ticket.dueByManual(),
                ticket.slaPausedAt(),
                ticket.slaPausedSeconds());
    }

    private Long company(long requester, References.Known known) {
        if (asked.companyId().isPresent()) return asked.companyId().value();
        return requester == ticket.requesterId() ? ticket.companyId() : known.companyOfRequester();
    }

    private Long mailbox(References.Known known) {
        if (asked.emailConfigId().isPresent()) return asked.emailConfigId().value();
        return asked.productId().hasValue() ? known.mailboxOfProduct() : ticket.emailConfigId();
    }

    private Integer association() {
        if (!asked.parentId().isPresent()) return ticket.associationType();
        return asked.parentId().hasValue() ? (Integer) Associations.CHILD : null;
    }

    /** The stored values with those sent put over them; the very same map when nothing differs. */
    private Map<String, Object> custom() {
        var merged = merged();
        boolean same = Json.MAPPER
                .valueToTree(merged)
                .toString()
                .equals(Json.MAPPER.valueToTree(ticket.customFields()).toString());
        return same ? ticket.customFields() : merged;
    }

    private Map<String, Object> merged() {
        return CustomFields.merged(ticket.customFields(), custom);
    }
}
