package dev.hilo.answers.acting;

import java.util.Locale;

/** What may be done with a message of a customer. */
enum Mode {
    OFF,
    /** It is understood, and that is all. */
    INSIGHT,
    /** A private note with a draft. */
    NOTE,
    /** A draft in the composer. */
    COMPOSER,
    /** A reply after a while in which a person may stop it. */
    DELAYED,
    REPLY;

    static Mode of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean acts() {
        return this != OFF && this != INSIGHT;
    }

    boolean replies() {
        return this == DELAYED || this == REPLY;
    }

    /** Whether it writes in somebody's name. */
    boolean writes() {
        return replies() || this == NOTE;
    }
}
