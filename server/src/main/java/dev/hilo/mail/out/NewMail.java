package dev.hilo.mail.out;

import java.util.List;

/**
 * A mail on its way into the outbox.
 *
 * @param conversationId the entry that it is or tells of; null where it tells of the ticket itself
 * @param mailboxId whose server sends it, or null
 * @param from {@code Acme <support@acme.test>}
 * @param to addresses, with or without names
 * @param subject null for that of the ticket
 * @param body HTML; null for that of the entry, or of the ticket where there is no entry
 * @param withHistory whether the conversation so far follows the body
 * @param withFiles whether the ticket's own files come along
 * @param isPublic whether it goes to the requester, so that later mail may refer to it
 */
public record NewMail(
        MailKind kind,
        long ticketId,
        Long conversationId,
        Long mailboxId,
        String from,
        List<String> to,
        List<String> cc,
        List<String> bcc,
        String subject,
        String body,
        boolean withHistory,
        boolean withFiles,
        boolean isPublic) {}
