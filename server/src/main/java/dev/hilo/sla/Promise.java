package dev.hilo.sla;

import dev.hilo.api.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What was promised about one ticket: its target, and the hours in which its time counts.
 *
 * @param hours null where every hour counts
 */
public record Promise(SlaTarget target, WorkingHours hours) {

    /** What of a ticket decides which policy is for it. */
    public record Facts(int priority, int source, String type, Long groupId, Long companyId, Long productId) {}

    /** The first policy that fits, as they are ordered; null when the account has none that does. */
    public static Promise of(List<SlaPolicy> policies, Facts facts, WorkingHours hours) {
        return policies.stream()
                .filter(policy -> fits(policy, facts))
                .findFirst()
                .map(policy -> policy.targets().of(facts.priority))
                .map(target -> new Promise(target, target.businessHours() ? hours : null))
                .orElse(null);
    }

    private static boolean fits(SlaPolicy policy, Facts facts) {
        var scope = policy.scope();
        return holds(scope.companyIds(), facts.companyId)
                && holds(scope.groupIds(), facts.groupId)
                && holds(scope.sources(), facts.source)
                && holds(scope.ticketTypes(), facts.type)
                && holds(scope.productIds(), facts.productId);
    }

    private static boolean holds(List<?> wanted, Object value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    public Instant resolveBy(Instant created) {
        return after(created, Duration.ofSeconds(target.resolveWithin()));
    }

    public Instant respondBy(Instant created) {
        return after(created, Duration.ofSeconds(target.respondWithin()));
    }

    /** A due time moved on by the time that counted while the ticket's clock stood still. */
    public Instant shifted(Instant due, Instant pausedAt, Instant now) {
        var stood = hours == null ? Duration.between(pausedAt, now) : hours.between(pausedAt, now);
        return after(due, stood);
    }

    private Instant after(Instant from, Duration counted) {
        return hours == null ? from.plus(counted) : hours.add(from, counted);
    }
}
