package dev.hilo.client;

import dev.hilo.api.Timestamps;
import java.time.Instant;

/** Times as a query writes them. */
final class Seconds {

    private Seconds() {}

    static String of(Instant time) {
        return time == null ? null : Timestamps.format(time);
    }
}
