package dev.hilo.api;

import java.time.Instant;
import java.util.List;

/** A contact who has become an agent (recorded 2026-08). */
public record AgentMade(
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
        Instant updatedAt,
        AsAgent agent) {

    public record AsAgent(
            Instant availableSince,
            boolean available,
            boolean occasional,
            String signature,
            long id,
            int ticketScope,
            List<Long> groupIds,
            String type,
            List<Long> roleIds,
            boolean focusMode,
            Instant createdAt,
            Instant updatedAt) {}
}
