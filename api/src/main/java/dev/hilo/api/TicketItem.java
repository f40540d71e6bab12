package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A ticket in a list. */
public record TicketItem(
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
        Integer associationType,
        String supportEmail,
        List<String> toEmails,
        Long productId,
        long id,
        String type,
        Instant dueBy,
        Instant frDueBy,
        boolean isEscalated,
        Map<String, Object> customFields,
        Instant createdAt,
        Instant updatedAt,
        Integer associatedTicketsCount,
        List<String> tags,
        /* with include=description, and in search */
        @JsonInclude(JsonInclude.Include.NON_NULL) String description,
        @JsonInclude(JsonInclude.Include.NON_NULL) String descriptionText,
        @JsonInclude(JsonInclude.Include.NON_NULL) Ticket.Requester requester,
        @JsonInclude(JsonInclude.Include.NON_NULL) TicketStats stats,
        Long sourceInfo,
        JsonNode structuredDescription,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long formId,
        Instant nrDueBy,
        boolean nrEscalated,
        /* with filter=deleted */
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean deleted) {}
