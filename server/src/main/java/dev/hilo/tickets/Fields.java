package dev.hilo.tickets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.sla.SlaClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a person may set on a ticket, and the due times that follow from it. */
public record Fields(
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
        List<String> tags,
        Map<String, Object> customFields,
        Integer associationType,
        Long primeId,
        Instant dueBy,
        Instant frDueBy,
        Instant nrDueBy,
        boolean dueByManual,
        Instant slaPausedAt,
        long slaPausedSeconds) {

    static Fields of(TicketRow t) {
        return new Fields(
                t.subject(),
                t.description(),
                t.descriptionText(),
                t.structuredDescription(),
                t.status(),
                t.priority(),
                t.source(),
                t.type(),
                t.requesterId(),
                t.responderId(),
                t.groupId(),
                t.productId(),
                t.companyId(),
                t.emailConfigId(),
                t.internalAgentId(),
                t.internalGroupId(),
                t.ccEmails(),
                t.tags(),
                t.customFields(),
                t.associationType(),
                t.primeId(),
                t.dueBy(),
                t.frDueBy(),
                t.nrDueBy(),
                t.dueByManual(),
                t.slaPausedAt(),
                t.slaPausedSeconds());
    }

    Fields withStatus(int newStatus) {
        return new Fields(
                subject,
                description,
                descriptionText,
                structuredDescription,
                newStatus,
                priority,
                source,
                type,
                requesterId,
                responderId,
                groupId,
                productId,
                companyId,
                emailConfigId,
                internalAgentId,
                internalGroupId,
                ccEmails,
                tags,
                customFields,
                associationType,
                primeId,
                dueBy,
                frDueBy,
                nrDueBy,
                dueByManual,
                slaPausedAt,
                slaPausedSeconds);
    }

    Fields with(SlaClock clock) {
        return new Fields(
                subject,
                description,
                descriptionText,
                structuredDescription,
                status,
                priority,
                source,
                type,
                requesterId,
                responderId,
                groupId,
                productId,
                companyId,
                emailConfigId,
                internalAgentId,
                internalGroupId,
                ccEmails,
                tags,
                customFields,
                associationType,
                primeId,
                clock.dueBy(),
                clock.frDueBy(),
                clock.nrDueBy(),
                dueByManual,
                clock.pausedAt(),
                clock.pausedSeconds());
    }
}
