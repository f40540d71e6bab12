package dev.hilo.events;

import dev.hilo.accounts.Caller;

/**
 * Who made a change.
 *
 * @param id of the agent, the customer or the rule; null of the system and of the AI
 */
public record Actor(Kind kind, Long id) {

    /** What sort of being. */
    public enum Kind {
        AGENT,
        CUSTOMER,
        RULE,
        AI,
        SYSTEM
    }

    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null);

    public static Actor of(Caller caller) {
        return new Actor(Kind.AGENT, caller.agentId());
    }

    public static Actor agent(long id) {
        return new Actor(Kind.AGENT, id);
    }

    public static Actor customer(long id) {
        return new Actor(Kind.CUSTOMER, id);
    }

    public static Actor rule(long id) {
        return new Actor(Kind.RULE, id);
    }
}
