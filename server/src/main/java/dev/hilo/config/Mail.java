package dev.hilo.config;

import dev.hilo.mail.ReplyToken;
import java.util.Optional;

/**
 * How mail leaves the installation.
 *
 * @param relay the server that takes the mail of all mailboxes without one of their own; empty when there is none
 * @param replyPlace where Reply-To says which ticket an answer belongs to; empty where it does not say so
 */
public record Mail(Optional<Relay> relay, Optional<ReplyToken.Place> replyPlace) {

    /** Mail waits; answers would come to {@code support+t17-…@…}. */
    public static final Mail NONE = new Mail(Optional.empty(), Optional.of(ReplyToken.Place.PLUS));

    /**
     * A server that takes mail.
     *
     * @param userName empty where it asks for none
     */
    public record Relay(String host, int port, Tls tls, Optional<String> userName, Secret password) {}

    /** How the way to a server is guarded. */
    public enum Tls {
        /** From the first byte, as on port 465. */
        ON,
        /** After a greeting, and not without. */
        STARTTLS,
        /** After a greeting, where the server has it. */
        IF_OFFERED,
        OFF
    }
}
