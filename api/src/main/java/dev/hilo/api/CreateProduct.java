package dev.hilo.api;

public record CreateProduct(
        @Required @Bounds(255) String name, @Bounds(10_000) String description) {}
