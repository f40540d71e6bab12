package dev.hilo.api;

import java.time.Instant;

/** A group as the list shows it: without its agents. */
public record GroupItem(
        long id,
        String name,
        String description,
        Long escalateTo,
        String unassignedFor,
        Long businessHourId,
        String groupType,
        Instant createdAt,
        Instant updatedAt,
        int autoTicketAssign,
        boolean agentAvailabilityStatus) {}
