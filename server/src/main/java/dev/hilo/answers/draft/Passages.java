package dev.hilo.answers.draft;

import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What a house knows, to be asked. */
@FunctionalInterface
public interface Passages {

    /** Nothing is known. */
    Passages NONE = asked -> List.of();

    /** Who is going to read what is found. */
    enum Audience {
        CUSTOMERS,
        TEAM
    }

    /** @param asOf what was known at that time; null for now */
    record Asked(long accountId, String text, String language, Audience audience, Instant asOf, int most) {}

    /** Best first. */
    List<Passage> find(Asked asked);

    /** Learns all that there is to learn now, before many questions. @param stopped asked every now and then */
    default void prepare(long accountId, BooleanSupplier stopped) {}
}
