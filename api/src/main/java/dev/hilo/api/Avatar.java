package dev.hilo.api;

import java.time.Instant;

/**
 * The picture of a person (reference §4.1).
 *
 * @param avatarUrl fetched without a log-in, for five minutes
 */
public record Avatar(
        long id, String name, String contentType, long size, Instant createdAt, Instant updatedAt, String avatarUrl) {}
