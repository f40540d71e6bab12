package dev.hilo.demo;

import java.util.List;
import java.util.Map;

/** What can be said about a topic in one language, by the occasion. */
record Lines(Map<String, List<String>> byOccasion) {

    boolean has(String occasion) {
        return byOccasion.containsKey(occasion);
    }

    String pick(String occasion, Dice dice) {
        return dice.pick(all(occasion));
    }

    List<String> all(String occasion) {
        var lines = byOccasion.get(occasion);
        if (lines == null) throw new IllegalStateException("No text for " + occasion);
        return lines;
    }
}
