package dev.hilo.api;

import java.time.Instant;
import java.util.List;

/**
 * One agent in full.
 *
 * @param orgAgentId the id in quotes
 * @param scope the same as {@code ticket_scope}
 */
public record AgentView(
        long id,
        String orgAgentId,
        List<Long> groupIds,
        List<String> orgGroupIds,
        boolean deactivated,
        String agentOperationalStatus,
        boolean available,
        Instant availableSince,
        boolean occasional,
        int ticketScope,
        List<Long> roleIds,
        List<Long> skillIds,
        String type,
        Instant lastActiveAt,
        Instant createdAt,
        Instant updatedAt,
        List<Long> contributionGroupIds,
        List<String> orgContributionGroupIds,
        String signature,
        Person contact,
        int scope,
        List<OnChannel> availability,
        boolean focusMode,
        boolean apiKeyEnabled) {

    /** {@link AgentContact} with a picture. */
    public record Person(
            boolean active,
            String email,
            String jobTitle,
            String language,
            Instant lastLoginAt,
            String mobile,
            String name,
            String phone,
            String timeZone,
            Instant createdAt,
            Instant updatedAt,
            Avatar avatar) {

        public Person(AgentContact c, Avatar avatar) {
            this(
                    c.active(),
                    c.email(),
                    c.jobTitle(),
                    c.language(),
                    c.lastLoginAt(),
                    c.mobile(),
                    c.name(),
                    c.phone(),
                    c.timeZone(),
                    c.createdAt(),
                    c.updatedAt(),
                    avatar);
        }
    }

    public record OnChannel(String channel, boolean available, Instant availableSince) {}
}
