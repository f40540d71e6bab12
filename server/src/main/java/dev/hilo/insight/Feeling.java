package dev.hilo.insight;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a message feels. */
public enum Feeling {
    NEGATIVE,
    NEUTRAL,
    POSITIVE;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
