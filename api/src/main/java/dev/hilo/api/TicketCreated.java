package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The answer to a ticket's creation; the due times are null unless they were sent. */
public record TicketCreated(
        List<String> ccEmails,
        List<String> fwdEmails,
        List<String> replyCcEmails,
        List<String> ticketCcEmails,
        List<String> ticketBccEmails,
        boolean frEscalated,
        boolean spam,
        Long emailConfigId,
        Long groupId,
        int priority,
        long requesterId,
        Long responderId,
        int source,
        Long companyId,
        int status,
        String subject,
        String supportEmail,
        List<String> toEmails,
        Long productId,
        long id,
        String type,
        Instant dueBy,
        Instant frDueBy,
        boolean isEscalated,
        String description,
        String descriptionText,
        Map<String, Object> customFields,
        Instant createdAt,
        Instant updatedAt,
        List<String> tags,
        List<Attachment> attachments,
        Long sourceInfo,
        JsonNode structuredDescription,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long formId,
        Instant nrDueBy,
        boolean nrEscalated,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer associationType,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Long> associatedTicketsList) {}
