package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * How much an agent takes on at the moment.
 *
 * @param agentRef the agent's address
 */
public record AgentAvailability(
        String agentRef,
        List<Channel> channelAvailability,
        boolean idleEnabled,
        Instant statusUpdatedAt,
        String availabilityControl) {

    /**
     * @param assignmentLimit the most tickets that the agent is given
     * @param currentAssignmentLoad the unresolved tickets that the agent has
     */
    public record Channel(
            int assignmentLimit,
            int currentAssignmentLoad,
            boolean available,
            String channel,
            boolean loggedIn,
            boolean roundRobinEnabled,
            Instant availabilityUpdatedAt,
            Long statusId,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean pauseAssignment) {}
}
