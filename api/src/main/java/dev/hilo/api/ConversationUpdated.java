package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/** The answer to an edit. */
public record ConversationUpdated(
        String bodyText,
        String body,
        long id,
        boolean incoming,
        @JsonProperty("private") boolean isPrivate,
        Long userId,
        String supportEmail,
        long ticketId,
        List<String> notifiedTo,
        List<Attachment> attachments,
        Instant createdAt,
        Instant updatedAt) {}
