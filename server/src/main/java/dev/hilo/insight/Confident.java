package dev.hilo.insight;

/**
 * Something found, and how sure that is.
 *
 * @param confidence from 0 to 1
 */
public record Confident<T>(T value, double confidence) {}
