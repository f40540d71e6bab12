package dev.hilo.api;

/** Refuses a draft. @param reason for whoever looks after the knowledge */
public record RefuseDraft(@Bounds(1000) String reason) {}
