package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** The answer to a note. @param notifiedTo the notified once more, under the name that the official page gives */
public record NoteCreated(
        String body,
        String bodyText,
        JsonNode structuredBody,
        long id,
        boolean incoming,
        @JsonProperty("private") boolean isPrivate,
        Long userId,
        String supportEmail,
        long ticketId,
        List<String> toEmails,
        Instant createdAt,
        Instant updatedAt,
        List<Attachment> attachments,
        List<String> notifiedTo) {}
