package dev.hilo.api;

import java.time.Instant;
import java.util.List;

/**
 * A team of agents, as it is viewed, created and updated.
 *
 * @param escalateTo the agent who is told of a ticket that nobody takes
 * @param unassignedFor how long nobody may take it: {@code 30m} to {@code 3d}
 * @param autoTicketAssign 0 off, 1 round robin, 2 skill based, 3 load based, 12 omniroute
 */
public record Group(
        long id,
        String name,
        String description,
        Long escalateTo,
        String unassignedFor,
        Long businessHourId,
        List<Long> agentIds,
        String groupType,
        Instant createdAt,
        Instant updatedAt,
        int autoTicketAssign,
        boolean allowAgentsToChangeAvailability,
        boolean agentAvailabilityStatus) {}
