package dev.hilo.api;

import java.util.List;

/** The type of a group cannot be changed. */
public record UpdateAdminGroup(
        @Bounds(255) Patch<String> name,
        @Bounds(10_000) Patch<String> description,
        Patch<Long> escalateTo,

        @Among({"30m", "1h", "2h", "4h", "8h", "12h", "1d", "2d", "3d"})
        Patch<String> unassignedFor,

        @Bounds(5_000) Patch<List<Long>> agentIds,
        Patch<Long> businessCalendarId,
        Patch<Boolean> allowAgentsToChangeAvailability,
        Patch<AgentAssignment> automaticAgentAssignment) {}
