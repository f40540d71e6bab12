package dev.hilo.timeline;

import dev.hilo.api.FieldError;
import dev.hilo.errors.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A place between the items of a timeline: by time; at the same time a message comes before the events it caused.
 *
 * @param rank {@link #MESSAGE} or {@link #EVENT}
 */
record Position(Instant at, int rank, long id) implements Comparable<Position> {

    static final int MESSAGE = 0;
    static final int EVENT = 1;

    static final Position END = new Position(Instant.parse("9999-01-01T00:00:00Z"), EVENT, Long.MAX_VALUE);
    static final Position BEGINNING = new Position(Instant.EPOCH.minusSeconds(1), MESSAGE, 0);

    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::at).thenComparing(Position::rank).thenComparing(Position::id);
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,18})\\.([01])\\.(\\d{1,18})");

    String cursor() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + rank + "." + id;
    }

    static Position read(String parameter, String cursor) {
        var parts = CURSOR.matcher(cursor);
        if (!parts.matches()) {
            throw new Refusal.Invalid(List.of(
                    new FieldError(parameter, "It should be the cursor of an item of the timeline", "invalid_value")));
        }
        var at = Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS);
        return new Position(at, Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)));
    }

    /** The id that the items of a rank are compared with at the time of this position: those beyond have a greater one. */
    long idAmong(int itemRank) {
        if (itemRank == rank) return id;
        return itemRank < rank ? Long.MAX_VALUE : -1;
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
