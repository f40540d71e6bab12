package dev.hilo.sla;

import java.time.Instant;

/**
 * When a ticket is due, and how long its clock has stood still.
 *
 * @param dueBy null where nothing is promised
 * @param pausedAt since when it stands still, in a status that stops it; null while it runs
 * @param pausedSeconds for which it stood still before, as the promise counted them
 */
public record SlaClock(Instant dueBy, Instant frDueBy, Instant pausedAt, long pausedSeconds) {

    /**
     * What happens to a ticket.
     *
     * @param answered whether its first response was given; that keeps its due time
     * @param stops whether it is now in a status that stops the clock
     */
    public record Turn(Instant created, boolean answered, boolean stops, Instant now) {}

    /** The clock of a new ticket. */
    public static SlaClock started(Promise promise, boolean stops, Instant now) {
        var none = new SlaClock(null, null, stops ? now : null, 0);
        return promise == null
                ? none
                : new SlaClock(promise.resolveBy(now, 0), promise.respondBy(now, 0), none.pausedAt, 0);
    }

    /** Under the same promise: due times move on by the time for which the clock stood, once it runs again. */
    public SlaClock turned(Promise promise, Turn turn) {
        long stood = stood(promise, turn);
        var first = turn.answered || frDueBy == null ? frDueBy : promise.later(frDueBy, stood);
        return paused(dueBy == null ? null : promise.later(dueBy, stood), first, stood, turn);
    }

    /** Under another promise: it counts from the creation, without the time for which the clock stood. */
    public SlaClock reset(Promise promise, Turn turn) {
        long stood = stood(promise, turn);
        var first = turn.answered ? frDueBy : promise.respondBy(turn.created, pausedSeconds + stood);
        return paused(promise.resolveBy(turn.created, pausedSeconds + stood), first, stood, turn);
    }

    /** Without a promise of the account: due times as a person set them, or none. */
    public SlaClock kept(Instant dueBy, Instant frDueBy, Turn turn) {
        return paused(dueBy, frDueBy, 0, turn);
    }

    /** Whole seconds, so that moving a due time and counting it anew come to the same. */
    private long stood(Promise promise, Turn turn) {
        boolean resumes = pausedAt != null && !turn.stops;
        return resumes ? promise.counted(pausedAt, turn.now).toSeconds() : 0;
    }

    private SlaClock paused(Instant due, Instant firstDue, long stood, Turn turn) {
        Instant since = pausedAt == null ? turn.now : pausedAt;
        return new SlaClock(due, firstDue, turn.stops ? since : null, pausedSeconds + stood);
    }
}
