package dev.hilo.pages;

/**
 * A view of the inbox that somebody has named.
 *
 * @param query of the inbox's address
 * @param own whether it is the reader's to delete
 */
public record SavedFilter(long id, String name, String query, boolean shared, boolean own) {}
