package dev.hilo.conversations;

import dev.hilo.api.Attachment;
import dev.hilo.api.Conversation;
import dev.hilo.api.Patch;
import dev.hilo.mail.out.MailKind;
import dev.hilo.mail.out.NewMail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /** The mail that the entry is or tells of; empty for one that goes to nobody. @param ofTicket who sends for its ticket */
    Optional<NewMail> mail(long id, Sender ofTicket, boolean withTicketFiles) {
        if (incoming || toEmails == null) return Optional.empty();
        boolean isNote = kind == EntryKind.NOTE;
        return mailKind()
                .map(mailKind -> new NewMail(
                        mailKind,
                        ticketId,
                        id,
                        isNote ? ofTicket.mailboxId() : emailConfigId,
                        isNote ? ofTicket.display() : fromEmail,
                        toEmails,
                        ccEmails,
                        bccEmails == null ? List.of() : bccEmails,
                        null,
                        null,
                        mailKind == MailKind.FORWARD && hasQuotedText,
                        withTicketFiles,
                        mailKind == MailKind.REPLY));
    }

    private Optional<MailKind> mailKind() {
        return switch (kind) {
            case REPLY -> Optional.of(MailKind.REPLY);
            case NOTE -> Optional.of(MailKind.NOTE);
            case FORWARD -> Optional.of(MailKind.FORWARD);
            case REPLY_TO_FORWARD -> Optional.of(MailKind.REPLY_TO_FORWARD);
            case CUSTOMER_MAIL, CUSTOMER_NOTE, FEEDBACK -> Optional.empty();
        };
    }

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
