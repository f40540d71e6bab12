package dev.hilo.insight;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How soon a message wants an answer, by its own words. */
public enum Urgency {
    NORMAL,
    HIGH,
    CRITICAL;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
