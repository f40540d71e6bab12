package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A change of a ticket; tags replace the whole list, custom fields merge, files are added. */
public record UpdateTicket(
        Patch<Long> requesterId,
        Patch<String> email,
        Patch<String> phone,
        Patch<String> twitterId,
        Patch<String> facebookId,
        Patch<String> uniqueExternalId,
        Patch<String> name,
        @Bounds(255) Patch<String> subject,
        Patch<String> description,
        Patch<JsonNode> structuredDescription,
        Patch<Integer> status,
        @Among({"1", "2", "3", "4"}) Patch<Integer> priority,
        Patch<Integer> source,
        Patch<String> type,
        Patch<Long> responderId,
        Patch<Long> groupId,
        Patch<Long> productId,
        Patch<Long> companyId,
        Patch<Long> emailConfigId,
        Patch<List<String>> tags,
        Patch<Map<String, Object>> customFields,
        Patch<Instant> dueBy,
        Patch<Instant> frDueBy,
        List<Upload> attachments,
        Patch<Long> parentId,
        Patch<Long> internalAgentId,
        Patch<Long> internalGroupId,
        @Among({"display_id", "primary_field_value"}) String lookupParameter) {}
