package dev.hilo.api;

import java.util.List;

/**
 * A new agent.
 *
 * @param occasional true when absent, as recorded
 * @param roleIds the role {@code Agent} when absent
 * @param agentType 1 support agent, 2 field agent, 3 collaborator
 * @param name made from the e-mail when absent
 */
public record CreateAgent(
        @Required @Bounds(255) String email,
        @Required @Among({"1", "2", "3"}) Integer ticketScope,
        Boolean occasional,
        @Bounds(65_536) String signature,
        @Bounds(100) List<Long> skillIds,
        @Bounds(1_000) List<Long> groupIds,
        @Bounds(100) List<Long> roleIds,
        @Bounds(1_000) List<Long> contributionGroupIds,
        @Among({"1", "2", "3"}) Integer agentType,
        @Bounds(20) String language,
        @Bounds(64) String timeZone,
        Boolean focusMode,
        @Bounds(255) String name,
        @Bounds(255) String phone,
        @Bounds(255) String mobile,
        @Bounds(255) String jobTitle) {}
