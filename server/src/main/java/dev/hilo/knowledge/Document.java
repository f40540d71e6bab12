package dev.hilo.knowledge;

import java.time.Instant;
import java.util.List;

/**
 * One version of something that is known, on its way into the passages.
 *
 * @param key within its source
 * @param chunks none where there is nothing to be found in it
 * @param question what a customer asked; empty where the parts answer no one
 * @param knownSince when this version came to be known
 */
public record Document(
        String key,
        String version,
        String question,
        List<Chunk> chunks,
        String language,
        boolean forCustomers,
        String address,
        Instant knownSince) {

    /** @param title of the document, and of the section where it has one */
    public record Chunk(String title, String text) {}
}
