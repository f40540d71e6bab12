package dev.hilo.timeentries;

import java.time.Instant;

/** What the list of all time entries can be asked for. */
public record TimeEntryFilter(
        Long companyId, Long agentId, Instant executedAfter, Instant executedBefore, Boolean billable) {}
