package dev.hilo.api;

import java.util.List;

public record CreateAdminGroup(
        @Required @Bounds(255) String name,
        @Bounds(10_000) String description,
        @Among({"support_agent_group", "field_agent_group"}) String type,
        Long escalateTo,

        @Among({"30m", "1h", "2h", "4h", "8h", "12h", "1d", "2d", "3d"})
        String unassignedFor,

        @Bounds(5_000) List<Long> agentIds,
        Long businessCalendarId,
        Boolean allowAgentsToChangeAvailability,
        AgentAssignment automaticAgentAssignment) {}
