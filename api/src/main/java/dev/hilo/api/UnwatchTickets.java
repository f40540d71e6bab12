package dev.hilo.api;

import java.util.List;

/** Tickets that the caller watches no more. */
public record UnwatchTickets(@Required @Bounds(100) List<Long> ids) {}
