package dev.hilo.api;

import java.time.Instant;

/** An agent as a person. */
public record AgentContact(
        boolean active,
        String email,
        String jobTitle,
        String language,
        Instant lastLoginAt,
        String mobile,
        String name,
        String phone,
        String timeZone,
        Instant createdAt,
        Instant updatedAt) {}
