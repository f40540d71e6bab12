package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How tickets find an agent of a group by themselves.
 *
 * @param type {@code channel_specific} when enabled, else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgentAssignment(
        @Required Boolean enabled,
        @Among("channel_specific") String type,
        @Bounds(1) List<Setting> settings) {

    public record Setting(
            @Required @Among("ticket") String channel,

            @Required @Among({"round_robin", "load_based_round_robin", "skill_based_round_robin", "lbrr_by_omniroute"})
            String assignmentType,

            @JsonInclude(JsonInclude.Include.NON_NULL) Capping assignmentTypeSettings) {}

    /** @param cappingLimit the most tickets that an agent is given at a time */
    public record Capping(@Required Integer cappingLimit) {}
}
