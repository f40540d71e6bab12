package dev.hilo.crm;

import java.time.Instant;

/**
 * A record and what it is there.
 *
 * @param kind {@code COMPANY}, {@code CONTACT}, or {@code TICKET} for the note of one
 * @param hash of what was sent last
 * @param state {@code SENDING} while nobody knows whether it arrived, {@code WRITTEN}, {@code GONE} or {@code REFUSED}
 */
public record Tie(Crm.Kind kind, long recordId, String remoteId, byte[] hash, String state, String error, Instant at) {

    boolean isGone() {
        return state.equals("GONE");
    }

    boolean isDoubtful() {
        return state.equals("SENDING");
    }
}
