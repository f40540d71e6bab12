package dev.hilo.calendars;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.BusinessHour;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * Working hours of a week.
 *
 * @param timeZone a Rails zone name
 * @param hours {@code {"monday": [{"start_time": "08:00", "end_time": "17:00"}]}}; a day off is an absent key
 */
public record Calendar(
        long id,
        String name,
        String description,
        boolean isDefault,
        String timeZone,
        JsonNode hours,
        Instant createdAt,
        Instant updatedAt) {

    private static final DateTimeFormatter TWELVE_HOURS = DateTimeFormatter.ofPattern("hh:mm:ss a", Locale.ROOT);

    BusinessHour wire() {
        var days = new ArrayList<BusinessHour.Day>();
        var spans = new LinkedHashMap<String, BusinessHour.Span>();
        for (var day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            var slots = slots(name);
            if (slots.isEmpty()) continue;
            days.add(new BusinessHour.Day(name, slots));
            spans.put(name, span(slots));
        }
        var source = new BusinessHour.Source("custom", days, isDefault, List.of());
        return new BusinessHour(
                Long.toString(id),
                name,
                description,
                isDefault,
                List.of(source),
                timeZone,
                spans,
                createdAt,
                updatedAt);
    }

    private List<BusinessHour.Span> slots(String day) {
        var slots = new ArrayList<BusinessHour.Span>();
        for (var slot : hours.path(day)) {
            slots.add(new BusinessHour.Span(
                    slot.get("start_time").asText(), slot.get("end_time").asText()));
        }
        return slots;
    }

    /** The older shape knows one span a day: from the first slot's start to the last one's end. */
    private static BusinessHour.Span span(List<BusinessHour.Span> slots) {
        return new BusinessHour.Span(
                twelveHours(slots.getFirst().startTime()),
                twelveHours(slots.getLast().endTime()));
    }

    private static String twelveHours(String time) {
        return LocalTime.parse(time).format(TWELVE_HOURS).toLowerCase(Locale.ROOT);
    }
}
