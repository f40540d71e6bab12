package dev.hilo.notifications;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language in which Hilo has texts of its own. */
public enum Language {
    EN,
    ES;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Language> named(String wire) {
        return Arrays.stream(values()).filter(l -> l.wire().equals(wire)).findFirst();
    }

    /** The nearest to {@code es}, {@code es-MX} or {@code es-LA}; English where there is none. */
    static Language of(String code) {
        if (code == null) return EN;
        return named(code.toLowerCase(Locale.ROOT).split("[-_]", 2)[0]).orElse(EN);
    }
}
