package dev.hilo.api;

import java.util.List;

/**
 * A long ticket in short.
 *
 * @param text what it is about and how it stands
 * @param by {@code selected}: its own sentences; otherwise the model that wrote it
 * @param nextSteps what could be done now, the most urgent first
 */
public record TicketDigest(long ticketId, String language, String text, String by, List<String> nextSteps) {}
