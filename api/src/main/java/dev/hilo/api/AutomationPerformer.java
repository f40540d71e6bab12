package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Whose change a rule answers.
 *
 * @param type 1 an agent's, 2 the requester's, 3 either's, 4 the system's
 * @param members the agents in question; none for any
 */
public record AutomationPerformer(
        @Required @Among({"1", "2", "3", "4"}) Integer type,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Long> members) {}
