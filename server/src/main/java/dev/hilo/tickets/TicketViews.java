package dev.hilo.tickets;

import dev.hilo.api.Attachment;
import dev.hilo.api.Ticket;
import dev.hilo.api.TicketCreated;
import dev.hilo.api.TicketItem;
import dev.hilo.api.TicketStats;
import dev.hilo.api.TicketUpdated;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tickets as the wire shows them: viewed, listed, created, updated. */
public final class TicketViews {

    /** What an include adds to a view; null for what was not asked for. */
    record Included(
            List<dev.hilo.api.Conversation> conversations,
            Ticket.Requester requester,
            Map<String, Object> company,
            boolean stats) {}

    private TicketViews() {}

    static Ticket view(
            TicketRow t, Map<String, Object> custom, List<Attachment> files, List<Long> associates, Included in) {
        return new Ticket(
                t.ccEmails(),
                t.fwdEmails(),
                t.replyCcEmails(),
                t.ticketCcEmails(),
                t.ticketBccEmails(),
                t.frEscalated(),
                t.spam(),
                t.emailConfigId(),
                t.groupId(),
                t.priority(),
                t.requesterId(),
                t.responderId(),
                t.source(),
                t.companyId(),
                t.status(),
                t.subject(),
                t.associationType(),
                t.supportEmail(),
                t.toEmails(),
                t.productId(),
                t.id(),
                t.type(),
                t.dueBy(),
                t.frDueBy(),
                t.isEscalated(),
                t.description(),
                t.descriptionText(),
                custom,
                t.createdAt(),
                t.updatedAt(),
                t.tags(),
                files,
                t.sourceInfo(),
                t.sourceAdditionalInfo(),
                t.structuredDescription(),
                t.formId(),
                t.nrDueBy(),
                t.nrEscalated(),
                associates,
                t.deleted() ? true : null,
                t.archived() ? true : null,
                in.conversations(),
                in.requester(),
                in.company(),
                in.stats() ? stats(t) : null);
    }

    /** The due times are null in the answer unless they were sent; the SLA's follow with the next read. */
    static TicketCreated created(
            TicketRow t, Map<String, Object> custom, List<Attachment> files, List<Long> associates) {
        return new TicketCreated(
                t.ccEmails(),
                t.fwdEmails(),
                t.replyCcEmails(),
                t.ticketCcEmails(),
                t.ticketBccEmails(),
                t.frEscalated(),
                t.spam(),
                t.emailConfigId(),
                t.groupId(),
                t.priority(),
                t.requesterId(),
                t.responderId(),
                t.source(),
                t.companyId(),
                t.status(),
                t.subject(),
                t.supportEmail(),
                t.toEmails(),
                t.productId(),
                t.id(),
                t.type(),
                t.dueByManual() ? t.dueBy() : null,
                t.dueByManual() ? t.frDueBy() : null,
                t.isEscalated(),
                t.description(),
                t.descriptionText(),
                custom,
                t.createdAt(),
                t.updatedAt(),
                t.tags(),
                files,
                t.sourceInfo(),
                t.structuredDescription(),
                t.formId(),
                t.nrDueBy(),
                t.nrEscalated(),
                t.associationType(),
                associates);
    }

    /** @param before the due times that the ticket had, which the answer still shows unless a person set new ones */
    static TicketUpdated updated(
            TicketRow t, TicketRow before, Map<String, Object> custom, List<Attachment> files, List<Long> associates) {
        Instant due = t.dueByManual() ? t.dueBy() : before.dueBy();
        Instant firstDue = t.dueByManual() ? t.frDueBy() : before.frDueBy();
        return new TicketUpdated(
                t.ccEmails(),
                t.fwdEmails(),
                t.replyCcEmails(),
                t.ticketCcEmails(),
                t.ticketBccEmails(),
                t.spam(),
                t.emailConfigId(),
                t.frEscalated(),
                t.groupId(),
                t.priority(),
                t.requesterId(),
                t.responderId(),
                t.source(),
                t.status(),
                t.subject(),
                t.companyId(),
                custom,
                t.description(),
                t.descriptionText(),
                t.id(),
                t.type(),
                t.supportEmail(),
                t.toEmails(),
                t.productId(),
                t.sourceInfo(),
                files,
                t.isEscalated(),
                t.tags(),
                t.nrEscalated(),
                t.createdAt(),
                t.updatedAt(),
                due,
                firstDue,
                t.nrDueBy(),
                t.structuredDescription(),
                t.associationType(),
                associates);
    }

    static TicketItem item(
            TicketRow t,
            Map<String, Object> custom,
            Integer associates,
            boolean described,
            Ticket.Requester requester,
            boolean stats) {
        return new TicketItem(
                t.ccEmails(),
                t.fwdEmails(),
                t.replyCcEmails(),
                t.ticketCcEmails(),
                t.ticketBccEmails(),
                t.frEscalated(),
                t.spam(),
                t.emailConfigId(),
                t.groupId(),
                t.priority(),
                t.requesterId(),
                t.responderId(),
                t.source(),
                t.companyId(),
                t.status(),
                t.subject(),
                t.associationType(),
                t.supportEmail(),
                t.toEmails(),
                t.productId(),
                t.id(),
                t.type(),
                t.dueBy(),
                t.frDueBy(),
                t.isEscalated(),
                custom,
                t.createdAt(),
                t.updatedAt(),
                associates,
                t.tags(),
                described ? t.description() : null,
                described ? t.descriptionText() : null,
                requester,
                stats ? stats(t) : null,
                t.sourceInfo(),
                t.structuredDescription(),
                t.formId(),
                t.nrDueBy(),
                t.nrEscalated(),
                t.deleted() ? true : null);
    }

    private static TicketStats stats(TicketRow t) {
        return new TicketStats(
                t.agentRespondedAt(),
                t.requesterRespondedAt(),
                t.firstRespondedAt(),
                t.statusUpdatedAt(),
                t.reopenedAt(),
                t.resolvedAt(),
                t.closedAt(),
                t.pendingSince());
    }
}
