package dev.hilo.api;

public record UpdateProduct(
        @Bounds(255) Patch<String> name, @Bounds(10_000) Patch<String> description) {}
