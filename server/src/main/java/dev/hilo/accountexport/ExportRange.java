package dev.hilo.accountexport;

import dev.hilo.api.FieldError;
import dev.hilo.api.StartAccountExport;
import dev.hilo.api.Timestamps;
import dev.hilo.errors.Problems;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** From when, and before when, the records were created. */
record ExportRange(Instant from, Instant before) {

    private static final int DATE_ALONE = "2026-11-23".length();

    static ExportRange of(StartAccountExport.DateRange asked) {
        var problems = new Problems();
        var from = parse("start_date", asked.startDate(), problems);
        var last = parse("end_date", asked.endDate(), problems);
        problems.refuse();
        boolean wholeDay = asked.endDate().length() == DATE_ALONE;
        var range = new ExportRange(from, last.plus(wholeDay ? Duration.ofDays(1) : Duration.ofSeconds(1)));
        problems.addIf(
                !range.from.isBefore(range.before),
                FieldError.invalid("date_range.end_date", "It should not be before the start_date"));
        problems.refuse();
        return range;
    }

    private static Instant parse(String field, String text, Problems problems) {
        try {
            return Timestamps.parse(text);
        } catch (DateTimeException e) {
            problems.add(FieldError.invalid("date_range." + field, "It should be in the 'yyyy-mm-dd' format"));
            return null;
        }
    }
}
