package dev.hilo.config;

/** A value that must not be seen: it prints as stars. */
public record Secret(String value) {

    static final String MASK = "****";

    @Override
    public String toString() {
        return MASK;
    }
}
