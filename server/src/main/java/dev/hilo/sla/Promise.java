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
        return wanted.isEmpty() || (value != null && wanted.contains(value));
    }

    /** @param paused seconds for which the ticket's clock stood still */
    public Instant resolveBy(Instant created, long paused) {
        return later(created, target.resolveWithin() + paused);
    }

    public Instant respondBy(Instant created, long paused) {
        return later(created, target.respondWithin() + paused);
    }

    /** When a further message of the customer is to be answered; null where that is not promised. */
    Instant respondAgainBy(Instant asked) {
        return target.nextRespondWithin() == null ? null : later(asked, target.nextRespondWithin());
    }

    /** What of the time between two moments counts. */
    Duration counted(Instant from, Instant to) {
        return hours == null ? Duration.between(from, to) : hours.between(from, to);
    }

    Instant later(Instant time, long seconds) {
        if (seconds == 0) return time;
        var counted = Duration.ofSeconds(seconds);
        return hours == null ? time.plus(counted) : hours.add(time, counted);
    }
}
