package dev.hilo.api;

import java.time.Instant;
import java.util.List;

/**
 * An agent as a member of a group.
 *
 * @param writeAccess false for one who only contributes
 */
public record GroupAgent(
        long id,
        int ticketScope,
        boolean writeAccess,
        List<Long> roleIds,
        Person contact,
        Instant createdAt,
        Instant updatedAt) {

    public record Person(String name, Avatar avatar, String email) {}
}
