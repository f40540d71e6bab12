package dev.hilo.export;

import java.time.Instant;

/**
 * What of an account is exported.
 *
 * @param resolvedOnly tickets that are resolved or closed alone, and what belongs to them
 * @param since tickets created at or after it alone, and what belongs to them; null for all
 * @param redact without what tells of a customer
 */
public record Selection(boolean resolvedOnly, Instant since, boolean redact) {

    public static final Selection ALL = new Selection(false, null, false);

    /** The condition on a ticket by this alias; empty for every ticket. */
    String ofTickets(String alias) {
        var condition = new StringBuilder();
        if (resolvedOnly) condition.append(" and ").append(alias).append(".status in (4, 5)");
        if (since != null) {
            condition
                    .append(" and ")
                    .append(alias)
                    .append(".created_at >= '")
                    .append(since)
                    .append('\'');
        }
        return condition.toString();
    }

    boolean isOfSomeTickets() {
        return resolvedOnly || since != null;
    }
}
