package dev.hilo.conversations;

import java.util.List;

/**
 * What a new entry needs to know of its ticket.
 *
 * @param isFrozen whether it is in the trash or spam, and so takes no entries
 * @param requesterEmail null for a requester who has none
 */
record TicketOfEntry(
        long id,
        int source,
        boolean isFrozen,
        List<String> fwdEmails,
        String requesterEmail,
        Long mailboxId,
        String supportEmail,
        String mailboxName) {

    Sender sender() {
        return new Sender(mailboxId, supportEmail, mailboxName);
    }
}
