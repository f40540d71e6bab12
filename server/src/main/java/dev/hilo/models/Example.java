package dev.hilo.models;

/**
 * A text and what it was given.
 *
 * @param vector null where no model serves its language: words alone decide
 */
public record Example(String text, float[] vector, String label) {}
