package dev.hilo.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.api.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTest {

    static final WorkingHours EIGHT_TO_FIVE = hours("UTC", """
            {"monday":[{"start_time":"08:00","end_time":"17:00"}],"tuesday":[{"start_time":"08:00","end_time":"17:00"}],
             "wednesday":[{"start_time":"08:00","end_time":"17:00"}],
             "thursday":[{"start_time":"08:00","end_time":"17:00"}],"friday":[{"start_time":"08:00","end_time":"17:00"}]}
            """);

    /** The first two are recorded due times: 2026-08-19 was a Wednesday. */
    @ParameterizedTest
    @CsvSource({
        "2026-08-19T23:46:32Z, 960, 2026-08-20T08:16:00Z",
        "2026-08-19T23:36:27Z, 115200, 2026-08-25T13:00:00Z",
        "2026-08-21T16:50:00Z, 1200, 2026-08-24T08:10:00Z",
        "2026-08-21T16:50:00Z, 600, 2026-08-21T17:00:00Z",
        "2026-08-22T12:00:00Z, 0, 2026-08-24T08:00:00Z",
        "2026-08-19T09:00:00Z, 3600, 2026-08-19T10:00:00Z",
    })
    void working_time_is_added(String from, long seconds, String due) {
        assertThat(EIGHT_TO_FIVE.add(Instant.parse(from), Duration.ofSeconds(seconds)))
                .isEqualTo(Instant.parse(due));
    }

    @Test
    void the_time_between_is_what_was_added() {
        var from = Instant.parse("2026-08-19T16:00:00Z");
        for (long minutes = 1; minutes < 20_000; minutes += 97) {
            var to = EIGHT_TO_FIVE.add(from, Duration.ofMinutes(minutes));
            assertThat(EIGHT_TO_FIVE.between(from, to)).isEqualTo(Duration.ofMinutes(minutes));
        }
    }

    @Test
    void a_night_with_a_change_of_the_clocks_is_as_long_as_it_is() {
        var round = hours("Europe/Madrid", "{\"sunday\":[{\"start_time\":\"00:00\",\"end_time\":\"24:00\"}]}");
        var spring = Instant.parse("2026-03-28T23:00:00Z");
        assertThat(round.between(spring, spring.plus(Duration.ofDays(2)))).isEqualTo(Duration.ofHours(23));
    }

    /** In Madrid the clocks leapt from two to three on 29 March 2026, and went back from three to two on 25 October. */
    @ParameterizedTest
    @CsvSource({
        "02:30, 08:00, 2026-03-29, 5:00",
        "00:00, 02:30, 2026-03-29, 2:00",
        "02:15, 02:45, 2026-03-29, 0:00",
        "00:00, 08:00, 2026-10-25, 9:00",
        "08:00, 17:00, 2026-10-25, 9:00",
    })
    void slots_that_meet_a_change_of_the_clocks(String start, String end, String day, String counted) {
        var hours = hours("Europe/Madrid", """
                {"sunday":[{"start_time":"%s","end_time":"%s"}]}""".formatted(start, end));
        var from = Instant.parse(day + "T00:00:00Z").minus(Duration.ofHours(6));
        var time = counted.split(":");
        assertThat(hours.between(from, from.plus(Duration.ofHours(36))))
                .isEqualTo(Duration.ofHours(Long.parseLong(time[0])).plusMinutes(Long.parseLong(time[1])));
    }

    @Test
    void several_slots_a_day_in_any_order_and_overlapping_ones_count_once() {
        var hours = hours("America/New_York", """
                {"friday":[{"start_time":"14:00","end_time":"18:00"},{"start_time":"08:00","end_time":"12:00"},
                           {"start_time":"11:00","end_time":"12:30"}]}""");
        var friday = Instant.parse("2026-11-20T05:00:00Z");

        assertThat(hours.between(friday, friday.plus(Duration.ofDays(1)))).isEqualTo(Duration.ofMinutes(510));
        assertThat(hours.add(friday, Duration.ofHours(5))).isEqualTo(Instant.parse("2026-11-20T19:30:00Z"));
        assertThat(hours.add(friday, Duration.ofHours(9))).isEqualTo(Instant.parse("2026-11-27T13:30:00Z"));
    }

    @Test
    void who_always_works_has_calendar_time() {
        var always = hours(
                "Europe/Madrid",
                Stream.of(DayOfWeek.values())
                        .map(day -> "\"" + day.name().toLowerCase()
                                + "\":[{\"start_time\":\"00:00\",\"end_time\":\"24:00\"}]")
                        .collect(Collectors.joining(",", "{", "}")));
        var from = Instant.parse("2026-03-20T10:11:12Z");
        for (long hoursOn = 1; hoursOn < 10_000; hoursOn += 331) {
            var to = from.plus(Duration.ofHours(hoursOn));
            assertThat(always.add(from, Duration.ofHours(hoursOn))).isEqualTo(to);
            assertThat(always.between(from, to)).isEqualTo(Duration.ofHours(hoursOn));
        }
    }

    @Test
    void time_between_never_runs_backwards() {
        var from = Instant.parse("2026-08-19T16:00:00Z");
        assertThat(EIGHT_TO_FIVE.between(from, from.minus(Duration.ofDays(3)))).isZero();
        assertThat(EIGHT_TO_FIVE.between(from, from)).isZero();
    }

    @Test
    void where_nobody_works_time_is_calendar_time() {
        var never = hours("UTC", "{}");
        var from = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(never.add(from, Duration.ofHours(2))).isEqualTo(from.plus(Duration.ofHours(2)));
    }

    private static WorkingHours hours(String zone, String json) {
        try {
            return WorkingHours.of(ZoneId.of(zone), Json.MAPPER.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
