package dev.hilo.fields;

import java.util.Locale;

/** What has fields. */
public enum Resource {
    TICKET,
    CONTACT,
    COMPANY;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
