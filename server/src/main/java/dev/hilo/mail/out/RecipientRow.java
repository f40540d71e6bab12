package dev.hilo.mail.out;

import dev.hilo.api.OutboxMail;

/** A recipient of a mail as it lies in the table; public for the mapper. */
public record RecipientRow(long mailId, String address, String kind, State state, Integer code, String answer) {

    /** Whether the mail is still to reach somebody. */
    public enum State {
        PENDING,
        ACCEPTED,
        REFUSED
    }

    OutboxMail.Recipient wire() {
        return new OutboxMail.Recipient(address, kind, state.name(), code, answer);
    }
}
