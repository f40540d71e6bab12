package dev.hilo.mail;

import java.util.Optional;

/**
 * A support address and its own servers.
 *
 * @param groupId who gets its tickets, or null
 * @param productId what its tickets are about, or null
 * @param forwardEmail the address of ours to which its mail is forwarded; null for a custom mailbox
 * @param incoming where its mail is fetched; empty where it is forwarded or not received at all
 * @param outgoing where its mail is handed in; empty where the installation's own server does that
 */
public record MailboxServers(
        long mailboxId,
        String name,
        String supportEmail,
        String forwardEmail,
        Long groupId,
        Long productId,
        boolean active,
        Optional<MailAccess> incoming,
        Optional<MailAccess> outgoing) {}
