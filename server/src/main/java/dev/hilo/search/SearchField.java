package dev.hilo.search;

import java.util.List;

/**
 * A field that may be searched by.
 *
 * @param name on the wire
 * @param column its SQL; for a custom field the map that holds it
 * @param allowed the only numbers it has; null for any
 */
public record SearchField(String name, Kind kind, boolean isCustom, String column, List<Integer> allowed) {

    /** What a field holds. */
    public enum Kind {
        ID("Integer", false),
        NUMBER("Integer", true),
        TEXT("String", false),
        /** A list of texts, of which one is asked for. */
        TEXTS("String", false),
        FLAG("Boolean", false),
        /** An instant, asked for by the day in UTC. */
        TIME("Date", true),
        DATE("Date", true);

        final String type;
        final boolean hasRanges;

        Kind(String type, boolean hasRanges) {
            this.type = type;
            this.hasRanges = hasRanges;
        }
    }

    String[] allowedTexts() {
        return allowed.stream().map(String::valueOf).toArray(String[]::new);
    }
}
