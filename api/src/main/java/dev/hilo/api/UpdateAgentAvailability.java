package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** How much an agent may be given; the same shape is the answer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpdateAgentAvailability(
        @Bounds(10) List<Limit> channelAvailability,
        @Among({"agent_controlled", "admin_controlled"}) String availabilityControl) {

    public record Limit(
            @Required @Among("freshdesk") String channel,
            @Required Integer assignmentLimit) {}
}
