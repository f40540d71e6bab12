package dev.hilo.agents;

import dev.hilo.api.Among;

/**
 * The query of the agents' list; conditions add up.
 *
 * @param only {@code availability} for another shape altogether
 */
public record AgentFilter(
        String email,
        String mobile,
        String phone,
        @Among({"fulltime", "occasional"}) String state,
        @Among("availability") String only) {

    /** What {@code occasional} must be, or null for either. */
    public Boolean occasional() {
        return state == null ? null : state.equals("occasional");
    }
}
