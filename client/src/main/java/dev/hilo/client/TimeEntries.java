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
}
