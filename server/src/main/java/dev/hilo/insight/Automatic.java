package dev.hilo.insight;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What wrote a message, where it was hardly a customer in need of an answer. */
public enum Automatic {
    AUTO_REPLY,
    BOUNCE,
    SPAM;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
