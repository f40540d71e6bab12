package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A new ticket. One of requesterId, email, phone, twitterId, facebookId and uniqueExternalId says whose it is.
 *
 * @param name of the contact that is created when the requester is not known yet
 * @param relatedTicketIds makes the ticket a tracker of these
 * @param parentId makes the ticket a child of this one
 */
public record CreateTicket(
        Long requesterId,
        String email,
        String phone,
        String twitterId,
        String facebookId,
        String uniqueExternalId,
        String name,
        @Bounds(255) String subject,
        String description,
        JsonNode structuredDescription,
        Integer status,
        @Among({"1", "2", "3", "4"}) Integer priority,
        Integer source,
        String type,
        Long responderId,
        Long groupId,
        Long productId,
        Long companyId,
        Long emailConfigId,
        List<String> ccEmails,
        List<String> tags,
        Map<String, Object> customFields,
        Instant dueBy,
        Instant frDueBy,
        List<Upload> attachments,
        Long parentId,
        List<Long> relatedTicketIds,
        Long internalAgentId,
        Long internalGroupId,
        @Among({"display_id", "primary_field_value"}) String lookupParameter) {}
