package dev.hilo.tickets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.sla.SlaClock;
import dev.hilo.web.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A ticket as it lies in the table.
 *
 * @param transaction the number of the one that wrote the row
 */
public record TicketRow(
        long id,
        String subject,
        String description,
        String descriptionText,
        JsonNode structuredDescription,
        int status,
        int priority,
        int source,
        String type,
        long requesterId,
        Long responderId,
        Long groupId,
        Long productId,
        Long companyId,
        Long emailConfigId,
        Long internalAgentId,
        Long internalGroupId,
        List<String> ccEmails,
        List<String> fwdEmails,
        List<String> replyCcEmails,
        List<String> ticketCcEmails,
        List<String> ticketBccEmails,
        List<String> toEmails,
        String supportEmail,
        List<String> tags,
        Map<String, Object> customFields,
        Long sourceInfo,
        JsonNode sourceAdditionalInfo,
        Long formId,
        boolean spam,
        boolean deleted,
        boolean archived,
        Integer associationType,
        Long primeId,
        Instant dueBy,
        Instant frDueBy,
        Instant nrDueBy,
        boolean dueByManual,
        boolean isEscalated,
        boolean frEscalated,
        boolean nrEscalated,
        Instant slaPausedAt,
        long slaPausedSeconds,
        Instant agentRespondedAt,
        Instant requesterRespondedAt,
        Instant firstRespondedAt,
        Instant statusUpdatedAt,
        Instant reopenedAt,
        Instant resolvedAt,
        Instant closedAt,
        Instant pendingSince,
        Instant createdAt,
        Instant updatedAt,
        long transaction) {

    /** Those that a ticket of the past has as well. */
    static final String OWN_COLUMNS = """
            t.id, t.subject, t.description, t.description_text, t.structured_description, t.status, t.priority,
            t.source, t.type, t.requester_id, t.responder_id, t.group_id, t.product_id, t.company_id,
            t.email_config_id, t.internal_agent_id, t.internal_group_id, t.cc_emails, t.fwd_emails,
            t.reply_cc_emails, t.ticket_cc_emails, t.ticket_bcc_emails, t.to_emails, t.support_email, t.tags,
            t.custom_fields, t.source_info, t.source_additional_info, t.form_id, t.spam, t.deleted, t.archived,
            t.association_type, t.prime_id, t.due_by, t.fr_due_by, t.nr_due_by, t.due_by_manual, t.is_escalated,
            t.fr_escalated, t.nr_escalated, t.sla_paused_at, t.sla_paused_seconds, t.agent_responded_at,
            t.requester_responded_at, t.first_responded_at, t.status_updated_at, t.reopened_at, t.resolved_at, t.closed_at, t.pending_since,
            t.created_at, t.updated_at
            """;

    public static final String COLUMNS = OWN_COLUMNS + ", t.xmin::text as transaction\n";

    SlaClock slaClock() {
        return new SlaClock(dueBy, frDueBy, nrDueBy, slaPausedAt, slaPausedSeconds);
    }

    /** Another one after each change, even if no time passes by the clock. */
    String version() {
        return Versioned.version(transaction, updatedAt);
    }

    public boolean isFrozen() {
        return spam || deleted;
    }
}
