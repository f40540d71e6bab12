package dev.hilo.mail.out;

import java.time.Instant;
import java.util.List;

/** What a mail is made of, before it is one; public for the mapper. @param body HTML */
public record Letter(
        long id,
        long ticketId,
        Long conversationId,
        MailKind kind,
        String messageId,
        Long mailboxId,
        String fromEmail,
        List<String> toEmails,
        List<String> ccEmails,
        String subject,
        String body,
        boolean withHistory,
        boolean withFiles,
        int attempts,
        Instant createdAt) {

    /** Something that was said before. @param name of who said it, or null */
    public record Said(String name, String body, Instant createdAt) {}

    /** Whether the requester is meant to see it. */
    boolean isPublic() {
        return kind == MailKind.REPLY || kind == MailKind.OUTBOUND;
    }
}
