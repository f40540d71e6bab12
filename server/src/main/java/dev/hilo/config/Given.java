package dev.hilo.config;

/**
 * A value that somebody gave.
 *
 * @param source where, in words for people: {@code environment}, {@code --port}, a file's path
 */
public record Given(String text, String source) {}
