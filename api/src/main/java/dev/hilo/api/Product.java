package dev.hilo.api;

import java.time.Instant;

/** A brand or line of goods that the help desk supports. */
public record Product(long id, String name, String description, Instant createdAt, Instant updatedAt) {}
