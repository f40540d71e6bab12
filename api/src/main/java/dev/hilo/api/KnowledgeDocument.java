package dev.hilo.api;

import java.time.Instant;

/**
 * A document of a source of knowledge.
 *
 * @param key what it is called there
 * @param address where a person reads it; null when nowhere
 * @param error why it could not be taken in; null when it was
 * @param passages that were made of it
 */
public record KnowledgeDocument(
        long id, String key, String title, String address, String error, int passages, Instant updatedAt) {}
