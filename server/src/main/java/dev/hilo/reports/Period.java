package dev.hilo.reports;

import dev.hilo.api.FieldError;
import dev.hilo.errors.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Whole days of a time zone, both ends included, and as many days before them. */
record Period(LocalDate from, LocalDate to, ZoneId zone) {

    private static final int USUAL_DAYS = 28;
    private static final int MOST_DAYS = 731;

    static Period of(String from, String to, ZoneId zone, Instant now) {
        var today = now.atZone(zone).toLocalDate();
        var last = to == null ? today : day("to", to);
        var first = from == null ? last.minusDays(USUAL_DAYS - 1) : day("from", from);
        var period = new Period(first, last, zone);
        if (period.days() < 1) throw invalid("from", "It should not be after to");
        if (period.days() > MOST_DAYS) throw invalid("from", "It should be at most " + MOST_DAYS + " days before to");
        return period;
    }

    private static LocalDate day(String field, String text) {
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= 1970 && day.getYear() <= 9000) return day;
        } catch (DateTimeParseException e) {
            // told below
        }
        throw invalid(field, "It should be a day, such as 2026-01-31");
    }

    private static Refusal invalid(String field, String message) {
        return new Refusal.Invalid(List.of(FieldError.invalid(field, message)));
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    LocalDate beforeFrom() {
        return from.minusDays(days());
    }

    Instant before() {
        return beforeFrom().atStartOfDay(zone).toInstant();
    }
}
