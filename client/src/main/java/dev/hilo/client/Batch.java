package dev.hilo.client;

import java.util.List;

/**
 * One page of a list, as one call brought it.
 *
 * @param next where the walk goes on, for {@link Pages#startingAt}; null on the last page
 */
public record Batch<T>(List<Document<T>> documents, String next) {

    public List<T> records() {
        return documents.stream().map(Document::record).toList();
    }
}
