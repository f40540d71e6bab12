package dev.hilo.sla;

import java.time.Instant;

/**
 * When a ticket is due, and how long its clock has stood still.
 *
 * @param dueBy null where nothing is promised
 * @param nrDueBy when the customer's message that waits is to be answered; null where none waits
 * @param pausedAt since when it stands still, in a status that stops it; null while it runs
 * @param pausedSeconds for which it stood still before, as the promise counted them
 */
public record SlaClock(Instant dueBy, Instant frDueBy, Instant nrDueBy, Instant pausedAt, long pausedSeconds) {

    /**
     * What happens to a ticket.
     *
     * @param answered whether its first response was given; that keeps its due time
     * @param asked when the customer wrote last; null for never
     * @param stops whether it is now in a status that stops the clock
     */
    public record Turn(Instant created, boolean answered, Instant asked, boolean stops, Instant now) {}

    /** The clock of a new ticket. */
    public static SlaClock started(Promise promise, boolean stops, Instant now) {
        var pausedAt = stops ? now : null;
        return promise == null
                ? new SlaClock(null, null, null, pausedAt, 0)
                : new SlaClock(promise.resolveBy(now, 0), promise.respondBy(now, 0), null, pausedAt, 0);
    }

    /** Under the same promise: due times move on by the time for which the clock stood, once it runs again. */
    public SlaClock turned(Promise promise, Turn turn) {
        long stood = stood(promise, pausedAt, turn);
        var first = turn.answered || frDueBy == null ? frDueBy : promise.later(frDueBy, stood);
        return paused(dueBy == null ? null : promise.later(dueBy, stood), first, next(promise, turn), stood, turn);
    }

    /**
     * Under another promise: it counts from the creation, without the time for which the clock stood. What a message that
     * waits was promised stays.
     */
    public SlaClock reset(Promise promise, Turn turn) {
        long stood = stood(promise, pausedAt, turn);
        var first = turn.answered ? frDueBy : promise.respondBy(turn.created, pausedSeconds + stood);
        var due = promise.resolveBy(turn.created, pausedSeconds + stood);
        return paused(due, first, next(promise, turn), stood, turn);
    }

    /** Without a promise of the account: due times as a person set them, or none. */
    public SlaClock kept(Instant dueBy, Instant frDueBy, Turn turn) {
        return paused(dueBy, frDueBy, nrDueBy, 0, turn);
    }

    /** A message that came while the clock stood waits from then on. */
    private Instant next(Promise promise, Turn turn) {
        if (nrDueBy == null || pausedAt == null) return nrDueBy;
        boolean cameLater = turn.asked != null && turn.asked.isAfter(pausedAt);
        return promise.later(nrDueBy, stood(promise, cameLater ? turn.asked : pausedAt, turn));
    }

    /** Whole seconds, so that moving a due time and counting it anew come to the same. */
    private long stood(Promise promise, Instant since, Turn turn) {
        boolean resumes = pausedAt != null && !turn.stops;
        return resumes ? promise.counted(since, turn.now).toSeconds() : 0;
    }

    private SlaClock paused(Instant due, Instant firstDue, Instant nextDue, long stood, Turn turn) {
        Instant since = pausedAt == null ? turn.now : pausedAt;
        return new SlaClock(due, firstDue, nextDue, turn.stops ? since : null, pausedSeconds + stood);
    }
}
