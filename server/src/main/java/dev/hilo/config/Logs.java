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

    /** Quiet, unless somebody looks for the reason of something. */
    public Logs withoutInfo() {
        return level == Level.INFO ? new Logs(format, Level.WARN) : this;
    }
}
