package dev.hilo.mailboxes;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What can be set on a support address.
 *
 * @param customMailbox the servers of a custom mailbox, without passwords; null for one of ours
 */
public record MailboxFields(
        String name,
        String supportEmail,
        Long groupId,
        Long productId,
        boolean isPrimary,
        boolean active,
        String mailboxType,
        JsonNode customMailbox) {

    static final String FORWARDED = "freshdesk_mailbox";

    boolean isCustom() {
        return !mailboxType.equals(FORWARDED);
    }
}
