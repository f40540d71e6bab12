package dev.hilo.api;

/**
 * What became of a mail that came in.
 *
 * @param outcome {@code created} a ticket, {@code conversation} an entry, {@code duplicate} of one that is there,
 *     {@code bounce} noted on the mail that came back, {@code quarantined}
 * @param conversationId null where it is the ticket's description
 */
public record ReceivedMail(String outcome, Long ticketId, Long conversationId, Long quarantineId) {}
