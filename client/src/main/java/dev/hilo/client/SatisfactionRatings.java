package dev.hilo.client;

import dev.hilo.api.SatisfactionRating;
import java.time.Instant;

/** What customers thought of the answers. */
public final class SatisfactionRatings extends Resource {

    private static final Address LIST = Address.of("/surveys/satisfaction_ratings");

    SatisfactionRatings(Raw raw) {
        super(raw);
    }

    /** {@code client.satisfactionRatings().all()} */
    public Pages<SatisfactionRating> all() {
        return pages(LIST, SatisfactionRating.class);
    }

    /** Those given at that second or later: {@code client.satisfactionRatings().since(lastWeek)}. */
    public Pages<SatisfactionRating> since(Instant created) {
        return pages(LIST.with("created_since", Seconds.of(created)), SatisfactionRating.class);
    }
}
