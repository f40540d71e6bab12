package dev.hilo.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and when a call is sent again: after a connection that failed, after 429 and after 5xx, with pauses that
 * double and are shortened by chance, so that many callers do not come back together. A call whose outcome is unknown
 * is not sent again unless a second time does no harm.
 *
 * @param attempts at most, the first one included
 * @param first the pause before the second attempt
 * @param longest no pause is longer, except one that a 429 asks for
 * @param patience the longest {@code Retry-After} that is waited for
 */
public record Retries(int attempts, Duration first, Duration longest, Duration patience) {

    public static final Retries DEFAULT =
            new Retries(6, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(15));

    /** Every call once. */
    public static final Retries NONE = new Retries(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    public Retries {
        if (attempts < 1) throw new IllegalArgumentException("At least one attempt");
    }

    public Retries attempts(int attempts) {
        return new Retries(attempts, first, longest, patience);
    }

    /** @param attempt the one that has failed, from 1 */
    Duration pauseAfter(int attempt, RandomGenerator chance) {
        long doubled = first.toMillis() << Math.min(attempt - 1, 20);
        long most = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(most - (long) (most / 2.0 * chance.nextDouble()));
    }
}
