package dev.hilo.api;

import java.util.List;

/**
 * Something customers write about; it takes the place of what was there.
 *
 * @param description what belongs to it, in a sentence or two
 * @param examples messages of customers, up to 200 of up to 2,000 characters
 */
public record SaveInsightTopic(
        @Required @Bounds(80) String name, @Bounds(1000) String description, List<String> examples) {}
