package dev.hilo.api;

import java.time.Instant;
import java.util.List;

/** A category of the help centre, in one language. */
public record SolutionCategory(
        long id,
        String name,
        String description,
        Instant createdAt,
        Instant updatedAt,
        List<Long> visibleInPortals,
        String icon) {}
