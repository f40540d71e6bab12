package dev.hilo.api;

public record UpdateMailbox(
        @Bounds(255) Patch<String> name,
        @Bounds(255) Patch<String> supportEmail,
        Patch<Long> groupId,
        Patch<Long> productId,
        Patch<Boolean> defaultReplyEmail,
        Patch<Boolean> active,
        @Among({"freshdesk_mailbox", "custom_mailbox"}) Patch<String> mailboxType,
        Patch<CreateMailbox.Custom> customMailbox,
        Patch<Boolean> disableVerify) {}
