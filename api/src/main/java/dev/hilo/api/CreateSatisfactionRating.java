package dev.hilo.api;

import java.util.Map;

/** A customer's answer to the active survey. */
public record CreateSatisfactionRating(
        String feedback, @Required Map<String, Object> ratings) {}
