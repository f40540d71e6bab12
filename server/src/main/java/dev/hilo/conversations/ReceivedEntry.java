package dev.hilo.conversations;

import java.util.List;

/**
 * What somebody wrote by mail.
 *
 * @param id drawn before, since the addresses of its pictures are in its body
 * @param html as it was sent, without what it quotes
 * @param isPrivate whether it answers what the requester has not seen
 * @param isAutomatic whether no person wrote it
 */
public record ReceivedEntry(
        long id,
        long ticketId,
        long userId,
        String html,
        String fromEmail,
        String supportEmail,
        List<String> toEmails,
        List<String> ccEmails,
        Long mailboxId,
        boolean isPrivate,
        boolean isAutomatic,
        boolean hasQuotedText,
        boolean hasFiles) {}
