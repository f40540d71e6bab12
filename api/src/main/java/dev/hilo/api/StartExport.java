package dev.hilo.api;

import java.util.List;

/** Which fields of contacts or companies are written into a CSV file, by their names. */
public record StartExport(@Required Fields fields) {
    public record Fields(
            @Bounds(100) List<String> defaultFields,
            @Bounds(500) List<String> customFields) {}
}
