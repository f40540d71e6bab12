package dev.hilo.placeholders;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What texts say of a ticket; public for the mapper. */
public record TicketToTell(
        long id,
        long requesterId,
        String subject,
        String description,
        String descriptionText,
        int status,
        int priority,
        String type,
        List<String> tags,
        Map<String, Object> customFields,
        Instant dueBy,
        String requesterName,
        String requesterEmail,
        String requesterPhone,
        String requesterMobile,
        String requesterExternalId,
        String companyName,
        String agentName,
        String agentEmail,
        String groupName,
        String productName,
        String commentBody,
        String commenterName,
        String commenterEmail,
        String accountName,
        String subdomain) {

    /** An entry and who wrote it. */
    public record Said(String name, String body) {}
}
