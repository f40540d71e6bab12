package dev.hilo.client;

import dev.hilo.api.TimeEntry;

/** Who worked on what, and for how long. {@code where} gives the same entries with a condition more. */
public final class TimeEntries extends Resource {

    private final Address list;

    TimeEntries(Raw raw) {
        this(raw, Address.of("/time_entries"));
    }

    private TimeEntries(Raw raw, Address list) {
        super(raw);
        this.list = list;
    }

    /**
     * One of company_id, agent_id, executed_after, executed_before and billable:
     * {@code client.timeEntries().where("billable", true).all()}.
     */
    public TimeEntries where(String field, Object value) {
        return new TimeEntries(raw(), list.with(field, value));
    }

    /** {@code client.timeEntries().all()} */
    public Pages<TimeEntry> all() {
        return pages(list, TimeEntry.class);
    }

    /** {@code client.timeEntries().update(7, Map.of("note", "And tested it."))} */
    public TimeEntry update(long id, Object body) {
        return put("/time_entries/" + id, body, TimeEntry.class);
    }

    /** Starts its timer, or stops it; never done twice by itself: {@code client.timeEntries().toggleTimer(7)}. */
    public TimeEntry toggleTimer(long id) {
        return put("/time_entries/" + id + "/toggle_timer", null, TimeEntry.class);
    }

    /** {@code client.timeEntries().delete(7)} */
    public void delete(long id) {
        delete("/time_entries/" + id);
    }
}
