package dev.hilo.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Attachment;
import dev.hilo.api.Conversation;
import dev.hilo.api.Patch;
import java.time.Instant;
import java.util.List;

/** An entry that is about to be written. Lists that the kind does not have are null. */
public record NewEntry(
        EntryKind kind,
        long ticketId,
        Long userId,
        EntryBody body,
        boolean incoming,
        boolean isPrivate,
        String supportEmail,
        String fromEmail,
        List<String> toEmails,
        List<String> ccEmails,
        List<String> bccEmails,
        Long emailConfigId,
        boolean hasQuotedText,
        boolean hasAttachments) {

    public int source() {
        return kind.source;
    }

    public int category() {
        return kind.category;
    }

    public String html() {
        return body.html();
    }

    public String text() {
        return body.text();
    }

    public JsonNode structured() {
        return body.structured();
    }

    /** The entry as it reads once it is written. */
    Conversation written(long id, Instant now, List<Attachment> attachments) {
        return new Conversation(
                html(),
                text(),
                structured(),
                id,
                incoming,
                isPrivate,
                userId,
                supportEmail,
                source(),
                category(),
                toEmails,
                fromEmail,
                ccEmails,
                bccEmails,
                null,
                null,
                null,
                null,
                now,
                now,
                null,
                null,
                attachments,
                null,
                null,
                null,
                emailConfigId,
                false,
                ticketId,
                Patch.of(null),
                null,
                Conversation.DeliveryDetails.NONE,
                false,
                false,
                List.of(),
                hasQuotedText);
    }
}
