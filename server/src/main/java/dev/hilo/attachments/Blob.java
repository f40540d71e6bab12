package dev.hilo.attachments;

import java.time.Instant;

/**
 * Stored bytes.
 *
 * @param key their name in the store, with slashes
 * @param storedAt by the store's clock
 */
public record Blob(String key, long size, Instant storedAt) {}
