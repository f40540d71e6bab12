package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Who is told when a target is about to be missed, or has been. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SlaEscalation(
        Step reminderResponse,
        Step reminderResolution,
        Step response,
        Levels resolution,
        Step reminderNextResponse,
        Step nextResponse) {

    /**
     * @param escalationTime seconds
     * @param agentIds -1 stands for the ticket's own agent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(Long escalationTime, @Bounds(100) List<Long> agentIds) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Levels(
            @JsonProperty("level_1") Step first,
            @JsonProperty("level_2") Step second,
            @JsonProperty("level_3") Step third,
            @JsonProperty("level_4") Step fourth) {}
}
