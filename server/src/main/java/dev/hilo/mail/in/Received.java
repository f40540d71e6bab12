package dev.hilo.mail.in;

import dev.hilo.api.ReceivedMail;
import java.util.Locale;

/** What became of a mail. The ids that the outcome does not have are null. */
public record Received(Outcome outcome, Long ticketId, Long conversationId, Long quarantineId) {

    public enum Outcome {
        CREATED,
        CONVERSATION,
        DUPLICATE,
        BOUNCE,
        QUARANTINED
    }

    static Received created(long ticketId) {
        return new Received(Outcome.CREATED, ticketId, null, null);
    }

    static Received conversation(long ticketId, long id) {
        return new Received(Outcome.CONVERSATION, ticketId, id, null);
    }

    static Received duplicate(Long ticketId, Long conversationId) {
        return new Received(Outcome.DUPLICATE, ticketId, conversationId, null);
    }

    static Received bounce() {
        return new Received(Outcome.BOUNCE, null, null, null);
    }

    static Received quarantined(long id) {
        return new Received(Outcome.QUARANTINED, null, null, id);
    }

    public ReceivedMail wire() {
        return new ReceivedMail(outcome.name().toLowerCase(Locale.ROOT), ticketId, conversationId, quarantineId);
    }
}
