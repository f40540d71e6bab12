package dev.hilo.reports;

import dev.hilo.accounts.Sight;
import java.time.Instant;

/** Which tickets numbers are of: those that the reader sees, in a period, with filters. */
record Scope(Sight sight, Period period, ReportAsked asked, Instant now) {

    /** The end of the period, or now where that is still to come. */
    Instant moment() {
        return now.isBefore(period.end()) ? now : period.end();
    }
}
