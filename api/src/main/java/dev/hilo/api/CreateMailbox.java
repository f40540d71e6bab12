package dev.hilo.api;

/**
 * A new support address.
 *
 * @param disableVerify true to have it active at once
 */
public record CreateMailbox(
        @Bounds(255) String name,
        @Required @Bounds(255) String supportEmail,
        Long groupId,
        Long productId,
        Boolean defaultReplyEmail,
        Boolean active,

        @Required @Among({"freshdesk_mailbox", "custom_mailbox"})
        String mailboxType,

        Custom customMailbox,
        Boolean disableVerify) {

    public record Custom(
            @Required @Among({"incoming", "outgoing", "both"})
            String accessType,

            MailServer incoming,
            MailServer outgoing) {}
}
