package dev.hilo.client;

import java.util.Optional;

/**
 * A call that must not be made twice was sent, and no answer says whether it was done: the connection broke, or the
 * answer was a 5xx. It is not sent again. Read what is there first: a reply may stand in the ticket's conversations.
 */
public final class OutcomeUnknown extends HiloError {

    private final transient Reply reply;

    OutcomeUnknown(String call, Throwable cause) {
        super(call + " may or may not have been done: " + cause, cause);
        this.reply = null;
    }

    OutcomeUnknown(String call, Reply reply) {
        super(call + " may or may not have been done: " + reply, null);
        this.reply = reply;
    }

    /** The 5xx that came, if anything came. */
    public Optional<Reply> reply() {
        return Optional.ofNullable(reply);
    }
}
