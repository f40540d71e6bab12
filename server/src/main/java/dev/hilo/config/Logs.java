package dev.hilo.config;

/** How much is logged and how. */
public record Logs(Format format, Level level) {

    public enum Format {
        TEXT,
        JSON
    }

    public enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }
}
