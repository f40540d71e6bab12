package dev.hilo.api;

import java.util.List;

/** @param userId the agent who is to watch; the caller by default */
public record WatchTickets(@Required @Bounds(100) List<Long> ids, Long userId) {}
