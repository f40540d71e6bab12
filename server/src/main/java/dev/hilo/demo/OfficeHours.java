package dev.hilo.demo;

import dev.hilo.api.Json;
import dev.hilo.sla.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Monday to Friday, eight to five, UTC: the calendar that the account is founded with. */
final class OfficeHours {

    private static final WorkingHours HOURS = hours();

    private OfficeHours() {}

    private static WorkingHours hours() {
        var week = Json.MAPPER.createObjectNode();
        for (String day : "monday tuesday wednesday thursday friday".split(" ")) {
            week.putArray(day).addObject().put("start_time", "08:00").put("end_time", "17:00");
        }
        return WorkingHours.of(ZoneOffset.UTC, week);
    }

    /** When so much working time has passed since the start. */
    static Instant after(Instant start, long seconds) {
        return HOURS.add(start, Duration.ofSeconds(Math.max(1, seconds)));
    }

    static boolean isOpen(Instant time) {
        return between(time, time.plusSeconds(1)) > 0;
    }

    /** The working time between two times, in seconds. */
    static long between(Instant from, Instant to) {
        return HOURS.between(from, to).toSeconds();
    }
}
