package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** The answer to a reply. @param repliedTo the addressees once more, under the name that the official page gives */
public record ReplyCreated(
        long id,
        Long userId,
        String fromEmail,
        List<String> ccEmails,
        List<String> bccEmails,
        String body,
        String bodyText,
        long ticketId,
        List<String> toEmails,
        List<Attachment> attachments,
        JsonNode sourceAdditionalInfo,
        Instant createdAt,
        Instant updatedAt,
        List<String> repliedTo,
        JsonNode structuredBody) {}
