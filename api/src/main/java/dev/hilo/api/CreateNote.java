package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A note on a ticket.
 *
 * @param isPrivate whether agents alone see it, as they do by default
 * @param incoming whether it reads as coming from outside
 * @param userId an agent or a contact in whose name it stands; the caller by default
 */
public record CreateNote(
        String body,
        JsonNode structuredBody,
        @JsonProperty("private") Boolean isPrivate,
        Boolean incoming,
        List<String> notifyEmails,
        Long userId,
        List<Upload> attachments) {}
