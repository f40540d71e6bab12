package dev.hilo.web;

import java.time.Instant;

/**
 * A record with its version.
 *
 * @param version another one after each change; letters, digits and dots
 */
public record Versioned<T>(T body, String version) {

    /** @param transaction PostgreSQL's number of the transaction that wrote the row: {@code xmin} */
    public static String version(long transaction, Instant updatedAt) {
        long micros = updatedAt.getEpochSecond() * 1_000_000 + updatedAt.getNano() / 1000;
        return Long.toString(micros, 36) + "." + Long.toString(transaction, 36);
    }
}
