package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A public reply to the requester.
 *
 * @param body HTML, or plain text, which is wrapped; one of body and structuredBody is needed
 * @param structuredBody {@code {"body_contents":[{"type":"text","data":{"content":…}}]}}
 * @param fromEmail a support address of the account; its primary one by default
 * @param userId the agent who replies; the caller by default
 */
public record CreateReply(
        String body,
        JsonNode structuredBody,
        List<Upload> attachments,
        String fromEmail,
        Long userId,
        List<String> ccEmails,
        List<String> bccEmails) {}
