package dev.hilo.insight;

import dev.hilo.models.Example;
import java.util.List;

/**
 * What one classifier learns from.
 *
 * @param model the embedding model behind the vectors; null where there are none
 */
record Lesson(String target, String language, String model, List<Example> examples) {}
