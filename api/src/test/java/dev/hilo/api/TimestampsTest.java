package dev.hilo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 2024-02-29T00:00:00Z",
        "2024-02-29T10:20, 2024-02-29T10:20:00Z",
        "2024-02-29T10:20Z, 2024-02-29T10:20:00Z",
        "2024-02-29T10:20:30, 2024-02-29T10:20:30Z",
        "2024-02-29T10:20:30Z, 2024-02-29T10:20:30Z",
        "2024-02-29T10:20:30+05:30, 2024-02-29T04:50:30Z",
        "2024-02-29T10:20:30-0530, 2024-02-29T15:50:30Z",
        "2024-02-29T10:20:30+02, 2024-02-29T08:20:30Z",
        "2024-02-29T10:20+02, 2024-02-29T08:20:00Z",
        "2024-02-29T10:20:30.123Z, 2024-02-29T10:20:30.123Z",
        "2024-02-29T10:20:30.123456789Z, 2024-02-29T10:20:30.123456Z",
        "2024-02-29T10:20-00:30, 2024-02-29T10:50:00Z",
        "2024-02-29T10:20:30+0000, 2024-02-29T10:20:30Z",
        "1900-01-01, 1900-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
    })
    void every_documented_form_is_read(String text, String expected) {
        assertThat(Timestamps.parse(text)).isEqualTo(Instant.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "2023-02-29",
                "2024-13-01",
                "2024-01-01T24:00",
                "2024-01-01T10:61Z",
                "0099-01-01",
                "1899-12-31",
                "1900-01-01T00:00+01:00",
                "9999-12-31T23:00-02:00",
                "2024-00-10",
                "2024-04-31T10:00Z",
                "2024-1-1",
                "24-01-01",
                "2024-01-01T10",
                "2024-01-01T10:00:60Z",
                "2024-01-01T10:00:00+1",
                "2024-01-01T10:00:00+19:00",
                "2024-01-01T10:00:00z",
                "2024-01-01Z",
                " 2024-01-01",
                "2024-01-01\n",
                "-2024-01-01",
                "12024-01-01",
                "2024-01-01T10:00:00+25:00",
                "2024-01-01T10:00:00+01:75",
                "2024-01-01T",
                "٢٠٢٤-01-01"
            })
    void what_is_no_time_is_refused(String text) {
        assertThatThrownBy(() -> Timestamps.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1900-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "1970-01-01T00:00:00Z", "2000-02-29T12:34:56Z",
                "2024-02-29T23:59:59Z", "2024-03-01T00:00:00Z", "2100-02-28T23:59:59Z", "2100-03-01T00:00:00Z",
                "9999-12-31T23:59:59Z"
            })
    void what_is_written_is_what_was_read(String text) {
        assertThat(Timestamps.format(Timestamps.parse(text))).isEqualTo(text);
    }

    @Test
    void writing_agrees_with_the_JDK_over_four_centuries() {
        var random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            var time = Instant.ofEpochSecond(random.nextLong(-2_208_988_800L, 10_413_792_000L));
            assertThat(Timestamps.format(time))
                    .isEqualTo(time.truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }
}
