package dev.hilo.mail.out;

import dev.hilo.api.Among;

/** The query of the outbox's list; conditions add up. */
public record OutboxFilter(
        Long ticketId,
        Long conversationId,

        @Among({"WAITING_FOR_SERVER", "QUEUED", "SENDING", "SENT", "FAILED", "PARKED", "CANCELLED"})
        String state) {}
