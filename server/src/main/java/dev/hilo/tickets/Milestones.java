package dev.hilo.tickets;

import java.time.Instant;

/** The times that a ticket's status leaves behind. */
public record Milestones(
        Instant statusUpdatedAt, Instant reopenedAt, Instant resolvedAt, Instant closedAt, Instant pendingSince) {

    /** Of a ticket that begins in this status; one that an agent began by mail (source 10) counts as updated. */
    public static Milestones first(int status, int source, Instant now) {
        var none = new Milestones(source == 10 ? now : null, null, null, null, null);
        return status == Status.OPEN ? none : none.after(Status.OPEN, status, now);
    }

    static Milestones of(TicketRow ticket) {
        return new Milestones(
                ticket.statusUpdatedAt(),
                ticket.reopenedAt(),
                ticket.resolvedAt(),
                ticket.closedAt(),
                ticket.pendingSince());
    }

    /** Closing counts as resolving too; leaving either is reopening and clears both. */
    public Milestones after(int from, int to, Instant now) {
        if (from == to) return this;
        boolean reopens = Status.isDone(from) && !Status.isDone(to);
        return new Milestones(
                now,
                reopens ? now : reopenedAt,
                resolved(from, to, now),
                to == Status.CLOSED ? now : null,
                to == Status.PENDING ? now : null);
    }

    private Instant resolved(int from, int to, Instant now) {
        if (!Status.isDone(to)) return null;
        return from == Status.RESOLVED && resolvedAt != null ? resolvedAt : now;
    }
}
