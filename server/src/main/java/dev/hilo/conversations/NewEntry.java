package dev.hilo.conversations;

import dev.hilo.api.Attachment;
import dev.hilo.api.Conversation;
import dev.hilo.api.Patch;
import java.time.Instant;
import java.util.List;

/** An entry that is about to be written. Lists that the kind does not have are null. */
record NewEntry(
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

    /** The entry as it reads once it is written. */
    Conversation written(long id, Instant now, List<Attachment> attachments) {
        return new Conversation(
                body.html(),
                body.text(),
                body.structured(),
                id,
                incoming,
                isPrivate,
                userId,
                supportEmail,
                kind.source,
                kind.category,
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
