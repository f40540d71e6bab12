package dev.hilo.api;

/** Changes of an export; see {@link CreateDataExport}. What it writes cannot be changed: make another. */
public record UpdateDataExport(@Bounds(255) Patch<String> name, Patch<Integer> everyMinutes, Patch<Boolean> active) {}
