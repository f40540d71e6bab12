package dev.hilo.api;

import java.time.Instant;

/**
 * An agent as the list shows it: without groups and roles.
 *
 * @param ticketScope 1 all tickets, 2 those of the agent's groups, 3 the agent's own
 * @param type {@code support_agent}, {@code field_agent} or {@code collaborator}
 */
public record AgentItem(
        boolean available,
        boolean occasional,
        long id,
        int ticketScope,
        Instant createdAt,
        Instant updatedAt,
        Instant lastActiveAt,
        Instant availableSince,
        String type,
        AgentContact contact,
        boolean deactivated,
        String signature,
        boolean focusMode,
        String agentOperationalStatus,
        boolean apiKeyEnabled) {}
