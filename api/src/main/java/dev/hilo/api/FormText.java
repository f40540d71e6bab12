package dev.hilo.api;

/** A text of a form, inside a free map, whose type the field that it is for decides. */
public record FormText(String text) {}
