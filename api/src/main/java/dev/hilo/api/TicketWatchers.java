package dev.hilo.api;

import java.util.List;

/** The agents who watch a ticket. */
public record TicketWatchers(List<Long> watcherIds) {}
