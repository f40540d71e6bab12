package dev.hilo.api;

import java.util.List;

/** How a contact becomes an agent; an empty request makes a full-time agent with the default role. */
public record MakeAgent(
        Boolean occasional,
        @Bounds(65_536) String signature,
        @Among({"1", "2", "3"}) Integer ticketScope,
        @Bounds(100) List<Long> skillIds,
        @Bounds(1_000) List<Long> groupIds,
        @Bounds(100) List<Long> roleIds,

        @Among({"support_agent", "field_agent", "collaborator"})
        String type,

        Boolean focusMode) {}
