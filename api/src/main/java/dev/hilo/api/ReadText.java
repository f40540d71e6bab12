package dev.hilo.api;

/** A text to be read as if a customer had sent it; nothing is kept. */
public record ReadText(
        @Bounds(255) String subject,
        @Required @Bounds(20000) String text) {}
