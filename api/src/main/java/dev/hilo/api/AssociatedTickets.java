package dev.hilo.api;

import java.util.List;

/** The children of a parent, or what a tracker tracks. */
public record AssociatedTickets(List<AssociatedTicket> tickets) {}
