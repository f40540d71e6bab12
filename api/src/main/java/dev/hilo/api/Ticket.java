package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A ticket as {@code GET /tickets/{id}} shows it. The last keys are there only where the comment says so. */
public record Ticket(
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
        String description,
        String descriptionText,
        Map<String, Object> customFields,
        Instant createdAt,
        Instant updatedAt,
        List<String> tags,
        List<Attachment> attachments,
        Long sourceInfo,
        JsonNode sourceAdditionalInfo,
        JsonNode structuredDescription,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long formId,
        Instant nrDueBy,
        boolean nrEscalated,
        /* only where the ticket is associated */
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Long> associatedTicketsList,
        /* true on a deleted ticket */
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean deleted,
        /* true on an archived ticket */
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean archived,
        /* what include= asked for */
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Conversation> conversations,
        @JsonInclude(JsonInclude.Include.NON_NULL) Requester requester,
        @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Object> company,
        @JsonInclude(JsonInclude.Include.NON_NULL) TicketStats stats) {

    /** The person whose ticket it is, in brief. */
    public record Requester(long id, String name, String email, String mobile, String phone) {}
}
