package dev.hilo.conversations;

import java.util.List;

/** What a new entry needs to know of its ticket. */
public record TicketOfEntry(
        long id,
        int source,
        boolean deleted,
        boolean spam,
        boolean archived,
        List<String> fwdEmails,
        long requesterId,
        String requesterEmail,
        Long mailboxId,
        String supportEmail,
        String mailboxName) {

    boolean isFrozen() {
        return deleted || spam;
    }

    Sender sender() {
        return new Sender(mailboxId, supportEmail, mailboxName);
    }
}
