package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * An entry of a ticket's conversation, as lists, the ticket's {@code include=conversations} and a forward's answer show
 * it.
 *
 * @param source 0 reply, 2 note, 5 tweet, 6 survey feedback, 7 Facebook post, 8 forwarded mail, 9 phone, 11 e-commerce
 * @param category 1 customer, 2 note or forward, 3 agent reply, 6 reply to a forward, 7 survey feedback
 * @param bccEmails null on notes, a list on what was mailed
 * @param sourceAdditionalInfo absent from the answer to a forward
 */
public record Conversation(
        String body,
        String bodyText,
        JsonNode structuredBody,
        long id,
        boolean incoming,
        @JsonProperty("private") boolean isPrivate,
        Long userId,
        String supportEmail,
        int source,
        int category,
        List<String> toEmails,
        String fromEmail,
        List<String> ccEmails,
        List<String> bccEmails,
        Integer emailFailureCount,
        JsonNode outgoingFailures,
        Long threadId,
        Long threadMessageId,
        Instant createdAt,
        Instant updatedAt,
        Instant lastEditedAt,
        Long lastEditedUserId,
        List<Attachment> attachments,
        Long automationId,
        Long automationTypeId,
        Integer automationChannelType,
        Long emailConfigId,
        boolean autoResponse,
        long ticketId,
        Patch<JsonNode> sourceAdditionalInfo,
        Integer threadingType,
        DeliveryDetails deliveryDetails,
        boolean isOfflineNote,
        boolean deleted,
        List<String> cloudFiles,
        boolean hasQuotedText) {

    public Conversation withAttachments(List<Attachment> attachments) {
        return new Conversation(
                body,
                bodyText,
                structuredBody,
                id,
                incoming,
                isPrivate,
                userId,
                supportEmail,
                source,
                category,
                toEmails,
                fromEmail,
                ccEmails,
                bccEmails,
                emailFailureCount,
                outgoingFailures,
                threadId,
                threadMessageId,
                createdAt,
                updatedAt,
                lastEditedAt,
                lastEditedUserId,
                attachments,
                automationId,
                automationTypeId,
                automationChannelType,
                emailConfigId,
                autoResponse,
                ticketId,
                sourceAdditionalInfo,
                threadingType,
                deliveryDetails,
                isOfflineNote,
                deleted,
                cloudFiles,
                hasQuotedText);
    }

    /** As the answer to a forward shows it. */
    public Conversation withoutSourceInfo() {
        return new Conversation(
                body,
                bodyText,
                structuredBody,
                id,
                incoming,
                isPrivate,
                userId,
                supportEmail,
                source,
                category,
                toEmails,
                fromEmail,
                ccEmails,
                bccEmails,
                emailFailureCount,
                outgoingFailures,
                threadId,
                threadMessageId,
                createdAt,
                updatedAt,
                lastEditedAt,
                lastEditedUserId,
                attachments,
                automationId,
                automationTypeId,
                automationChannelType,
                emailConfigId,
                autoResponse,
                ticketId,
                Patch.absent(),
                threadingType,
                deliveryDetails,
                isOfflineNote,
                deleted,
                cloudFiles,
                hasQuotedText);
    }

    /** To whom an entry could not be delivered, and to whom it is still to be. */
    public record DeliveryDetails(List<String> failedEmails, List<String> pendingEmails) {
        public static final DeliveryDetails NONE = new DeliveryDetails(List.of(), List.of());
    }
}
