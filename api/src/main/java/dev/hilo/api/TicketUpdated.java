package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The answer to a ticket's change; the due times are still the earlier ones. */
public record TicketUpdated(
        List<String> ccEmails,
        List<String> fwdEmails,
        List<String> replyCcEmails,
        List<String> ticketCcEmails,
        List<String> ticketBccEmails,
        boolean spam,
        Long emailConfigId,
        boolean frEscalated,
        Long groupId,
        int priority,
        long requesterId,
        Long responderId,
        int source,
        int status,
        String subject,
        Long companyId,
        Map<String, Object> customFields,
        String description,
        String descriptionText,
        long id,
        String type,
        String supportEmail,
        List<String> toEmails,
        Long productId,
        Long sourceInfo,
        List<Attachment> attachments,
        boolean isEscalated,
        List<String> tags,
        boolean nrEscalated,
        Instant createdAt,
        Instant updatedAt,
        Instant dueBy,
        Instant frDueBy,
        Instant nrDueBy,
        JsonNode structuredDescription,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer associationType,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Long> associatedTicketsList) {}
