package dev.hilo.sla;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The hours in which a team works, in its own zone. Time is counted on the clock of the world, so that a day with a change
 * of the clocks is as long as it really is.
 */
public final class WorkingHours {

    /** Part of a day; the end is not part of it. */
    record Slot(LocalTime start, LocalTime end) {}

    private record Span(Instant start, Instant end) {
        Duration length() {
            return Duration.between(start, end);
        }
    }

    /** After ten years without enough working time there is none. */
    private static final int FARTHEST_DAYS = 3_660;

    private final ZoneId zone;
    private final Map<DayOfWeek, List<Slot>> week;

    WorkingHours(ZoneId zone, Map<DayOfWeek, List<Slot>> week) {
        this.zone = zone;
        this.week = week;
    }

    /** @param hours {@code {"monday": [{"start_time": "08:00", "end_time": "17:00"}], …}} */
    public static WorkingHours of(ZoneId zone, JsonNode hours) {
        var week = new EnumMap<DayOfWeek, List<Slot>>(DayOfWeek.class);
        for (var day : hours.properties()) {
            var slots = new ArrayList<Slot>();
            day.getValue().forEach(slot -> slots.add(slot(slot)));
            week.put(DayOfWeek.valueOf(day.getKey().toUpperCase(Locale.ROOT)), joined(slots));
        }
        return new WorkingHours(zone, week);
    }

    /** In order, with those that overlap made one, so that no time counts twice. */
    private static List<Slot> joined(List<Slot> slots) {
        var joined = new ArrayList<Slot>();
        slots.sort(Comparator.comparing(Slot::start));
        for (var slot : slots) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || slot.start.isAfter(last.end)) joined.add(slot);
            else if (slot.end.isAfter(last.end)) joined.set(joined.size() - 1, new Slot(last.start, slot.end));
        }
        return joined;
    }

    private static Slot slot(JsonNode slot) {
        String end = slot.path("end_time").asText("17:00");
        boolean midnight = end.equals("24:00") || end.equals("00:00");
        return new Slot(
                LocalTime.parse(slot.path("start_time").asText("08:00")),
                midnight ? LocalTime.MAX : LocalTime.parse(end));
    }

    /** The moment at which so much working time has passed; calendar time where nobody ever works. */
    public Instant add(Instant from, Duration working) {
        var left = working;
        LocalDate day = from.atZone(zone).toLocalDate();
        for (int i = 0; i < FARTHEST_DAYS; i++, day = day.plusDays(1)) {
            for (var span : spans(day)) {
                var rest = after(span, from);
                if (rest.length().compareTo(left) >= 0) return rest.start.plus(left);
                left = left.minus(rest.length());
            }
        }
        return from.plus(working);
    }

    /** The working time between two moments. */
    public Duration between(Instant from, Instant to) {
        var total = Duration.ZERO;
        LocalDate last = to.atZone(zone).toLocalDate();
        LocalDate day = from.atZone(zone).toLocalDate();
        for (int i = 0; i < FARTHEST_DAYS && !day.isAfter(last); i++, day = day.plusDays(1)) {
            for (var span : spans(day)) {
                var rest = after(span, from);
                var end = rest.end.isAfter(to) ? to : rest.end;
                if (end.isAfter(rest.start)) total = total.plus(Duration.between(rest.start, end));
            }
        }
        return total;
    }

    private List<Span> spans(LocalDate day) {
        return week.getOrDefault(day.getDayOfWeek(), List.of()).stream()
                .map(slot -> new Span(at(day, slot.start), endOf(day, slot)))
                .filter(span -> span.end.isAfter(span.start))
                .toList();
    }

    private Instant endOf(LocalDate day, Slot slot) {
        return slot.end.equals(LocalTime.MAX) ? at(day.plusDays(1), LocalTime.MIDNIGHT) : at(day, slot.end);
    }

    /** A time that the clocks leap over is the moment of their leap. */
    private Instant at(LocalDate day, LocalTime time) {
        var local = day.atTime(time);
        var leap = zone.getRules().getTransition(local);
        return leap != null && leap.isGap()
                ? leap.getInstant()
                : local.atZone(zone).toInstant();
    }

    private static Span after(Span span, Instant from) {
        if (!from.isAfter(span.start)) return span;
        return from.isBefore(span.end) ? new Span(from, span.end) : new Span(span.end, span.end);
    }
}
