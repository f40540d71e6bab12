package dev.hilo.api;

import java.util.Map;

/**
 * A CSV file of contacts or companies.
 *
 * @param file in UTF-8; its first row is a header
 * @param fields the number of the column, from 0, by the name of the field
 */
public record StartImport(@Required Upload file, @Required Map<String, Object> fields) {}
