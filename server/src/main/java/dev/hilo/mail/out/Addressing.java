package dev.hilo.mail.out;

import java.util.List;

/**
 * Whom a ticket's mail goes to, and from where; public for the mapper.
 *
 * @param requesterEmail null for a requester who has none
 * @param fromEmail {@code Acme <support@acme.test>}
 */
public record Addressing(String requesterEmail, List<String> ccEmails, Long mailboxId, String fromEmail) {}
