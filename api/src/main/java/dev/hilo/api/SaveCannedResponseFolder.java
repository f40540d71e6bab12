package dev.hilo.api;

/** A folder of prepared answers, made or renamed. */
public record SaveCannedResponseFolder(
        @Required @Bounds(255) String name) {}
