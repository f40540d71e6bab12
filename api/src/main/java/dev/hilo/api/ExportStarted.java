package dev.hilo.api;

/** An export that goes on in the background. @param id 40 hexadecimal digits */
public record ExportStarted(String id) {}
