package dev.hilo.api;

/** @param userId the agent who is to watch; the caller by default */
public record WatchTicket(Long userId) {}
