package dev.hilo.pages;

/** Somebody who is known here without being an agent. @param language and time zone may be null */
public record Guest(String language, String timeZone) {}
