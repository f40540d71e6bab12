package dev.hilo.pages;

/** Something to choose from a list. */
public record Named(long id, String name) {}
