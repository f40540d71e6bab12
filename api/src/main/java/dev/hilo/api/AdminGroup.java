package dev.hilo.api;

import java.time.Instant;
import java.util.List;

/** A group in the shape of {@code /admin/groups}. */
public record AdminGroup(
        long id,
        String name,
        String description,
        Long escalateTo,
        String unassignedFor,
        List<Long> agentIds,
        Instant createdAt,
        Instant updatedAt,
        boolean allowAgentsToChangeAvailability,
        Long businessCalendarId,
        String type,
        AgentAssignment automaticAgentAssignment) {}
