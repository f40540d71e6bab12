package dev.hilo.api;

import java.util.List;

public record UpdateGroup(
        @Bounds(255) Patch<String> name,
        @Bounds(10_000) Patch<String> description,
        Patch<Long> escalateTo,

        @Among({"30m", "1h", "2h", "4h", "8h", "12h", "1d", "2d", "3d"})
        Patch<String> unassignedFor,

        Patch<Long> businessHourId,
        @Bounds(5_000) Patch<List<Long>> agentIds,
        @Among({"0", "1"}) Patch<Integer> autoTicketAssign) {}
