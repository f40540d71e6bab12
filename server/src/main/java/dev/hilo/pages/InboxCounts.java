package dev.hilo.pages;

/** How many tickets are in the views. */
public record InboxCounts(long mine, long unassigned, long waiting, long overdue) {

    /** Negative for a view that is not counted. */
    public long of(InboxView view) {
        return switch (view) {
            case MINE -> mine;
            case UNASSIGNED -> unassigned;
            case WAITING -> waiting;
            case OVERDUE -> overdue;
            case ALL -> -1;
        };
    }
}
