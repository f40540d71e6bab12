package dev.hilo.api;

import java.util.List;

/**
 * One page of what a search found.
 *
 * @param total all that match, also those beyond the last page that may be asked for
 * @param results at most thirty
 */
public record SearchResults<T>(long total, List<T> results) {}
