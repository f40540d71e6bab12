package dev.hilo.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A calendar of working hours, in both shapes that Freshdesk sends.
 *
 * @param id a number in quotes, as recorded
 * @param timeZone a Rails zone name
 * @param businessHours by the day's name in lower case; a day off is an absent key
 */
public record BusinessHour(
        String id,
        String name,
        String description,
        boolean isDefault,
        List<Source> sourceBusinessHours,
        String timeZone,
        Map<String, Span> businessHours,
        Instant createdAt,
        Instant updatedAt) {

    /** The hours of some ticket sources; those of all of them where {@code sources} is empty. */
    public record Source(String businessHoursType, List<Day> businessHours, boolean isDefault, List<Integer> sources) {}

    public record Day(String day, List<Span> timeSlots) {}

    /** {@code 08:00} to {@code 17:00} in a time slot, {@code 08:00:00 am} to {@code 05:00:00 pm} in a day. */
    public record Span(String startTime, String endTime) {}
}
