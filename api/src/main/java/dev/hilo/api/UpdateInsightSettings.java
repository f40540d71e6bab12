package dev.hilo.api;

import java.util.List;

/**
 * Whether incoming messages are read.
 *
 * @param languages two-letter codes of those that customers write; without them the account's own, English and Spanish
 */
public record UpdateInsightSettings(@Required Boolean enabled, List<String> languages) {}
