package dev.hilo.api;

import java.time.Instant;
import java.util.List;

/** What the creation and the update of an agent answer. */
public record AgentChanged(
        boolean available,
        boolean occasional,
        long id,
        int ticketScope,
        List<Long> groupIds,
        List<Long> roleIds,
        List<Long> skillIds,
        Instant createdAt,
        Instant updatedAt,
        Instant lastActiveAt,
        Instant availableSince,
        String type,
        AgentContact contact,
        String signature,
        List<Long> contributionGroupIds,
        boolean focusMode,
        String agentOperationalStatus,
        boolean apiKeyEnabled) {}
