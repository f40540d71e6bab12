package dev.hilo.api;

import java.util.List;

/** A category or its translation, made or changed. */
public record SaveSolutionCategory(
        @Bounds(255) Patch<String> name, Patch<String> description, Patch<List<Long>> visibleInPortals) {}
