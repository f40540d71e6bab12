package dev.hilo.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.api.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
