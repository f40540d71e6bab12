package dev.hilo.api;

public record UpdateNotificationTemplate(
        @Bounds(255) Patch<String> subject, @Bounds(50_000) Patch<String> body, Patch<Boolean> active) {}
