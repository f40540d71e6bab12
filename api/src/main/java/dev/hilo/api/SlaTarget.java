package dev.hilo.api;

/**
 * How fast tickets of one priority are to be answered and resolved, in seconds.
 *
 * @param nextRespondWithin after each further message of the customer; null for no such target
 * @param businessHours whether only working hours count
 */
public record SlaTarget(
        @Required Long respondWithin,
        @Required Long resolveWithin,
        Long nextRespondWithin,
        @Required Boolean businessHours,
        @Required Boolean escalationEnabled) {}
