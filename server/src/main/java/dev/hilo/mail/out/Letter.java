package dev.hilo.mail.out;

import java.time.Instant;
import java.util.List;

/**
 * What a mail is made of, before it is one; public for the mapper.
 *
 * @param author whose name a reply bears; null where it bears that of the mailbox
 * @param isPublic whether it goes to the requester
 */
public record Letter(
        long id,
        long ticketId,
        Long conversationId,
        MailKind kind,
        String messageId,
        Long mailboxId,
        String fromEmail,
        String author,
        List<String> toEmails,
        List<String> ccEmails,
        String subject,
        String body,
        boolean withHistory,
        boolean withFiles,
        int attempts,
        boolean isPublic,
        Instant createdAt) {

    /** Something that was said before. @param name of who said it, or null */
    public record Said(String name, String body, Instant createdAt) {}

    /** The same in other words. */
    public Letter with(String subject, String body) {
        return new Letter(
                id,
                ticketId,
                conversationId,
                kind,
                messageId,
                mailboxId,
                fromEmail,
                author,
                toEmails,
                ccEmails,
                subject,
                body,
                withHistory,
                withFiles,
                attempts,
                isPublic,
                createdAt);
    }
}
