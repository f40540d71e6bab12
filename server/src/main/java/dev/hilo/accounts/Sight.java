package dev.hilo.accounts;

import java.util.List;

/**
 * Which tickets a caller sees, as a condition of every query on them: what may not be seen is not found.
 *
 * @param scope 1 all, 2 those of the groups and the agent's own, 3 the agent's own
 */
public record Sight(long accountId, int scope, long agentId, List<Long> groups) {

    /** On a table aliased {@code t}; bind with {@code @BindMethods("sight")}. */
    public static final String CONDITION = """
            (:sight.scope = 1
             or t.responder_id = :sight.agentId
             or (:sight.scope = 2 and t.group_id = any(:sight.groups))
             or exists (select from ticket_accesses a
                        where a.account_id = t.account_id and a.ticket_id = t.id and a.agent_id = :sight.agentId))
            """;

    public static Sight of(Caller caller) {
        return new Sight(caller.accountId(), caller.scope().number(), caller.agentId(), caller.groups());
    }
}
