package dev.hilo.api;

/** A contact of whose name a word begins with what was typed. */
public record ContactFound(long id, String name) {}
