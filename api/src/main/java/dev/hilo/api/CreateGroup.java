package dev.hilo.api;

import java.util.List;

/** @param unassignedFor {@code 30m} when absent */
public record CreateGroup(
        @Required @Bounds(255) String name,
        @Bounds(10_000) String description,
        Long escalateTo,

        @Among({"30m", "1h", "2h", "4h", "8h", "12h", "1d", "2d", "3d"})
        String unassignedFor,

        Long businessHourId,
        @Bounds(5_000) List<Long> agentIds,
        @Among({"support_agent_group", "field_agent_group"}) String groupType,
        @Among({"0", "1"}) Integer autoTicketAssign) {}
