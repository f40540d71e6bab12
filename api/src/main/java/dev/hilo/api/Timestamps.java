package dev.hilo.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

public final class Timestamps {
    private Timestamps() {}

    public static String format(Instant i) {
        return i.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public static Instant parse(String s) {
        return Instant.parse(s);
    }
}
