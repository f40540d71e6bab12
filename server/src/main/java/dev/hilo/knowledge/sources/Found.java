package dev.hilo.knowledge.sources;

import java.time.Instant;

/**
 * A document of a source. Public for its binding.
 *
 * @param key what it is called there, for as long as it lives
 * @param version another one when its text has changed
 * @param address where a person reads it; null when nowhere
 * @param changedAt null when the source does not tell
 */
public record Found(String key, String version, String title, String address, Instant changedAt) {}
