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
                "12024-01-01",
                "2024-01-01T10:00:00+25:00",
                "2024-01-01T10:00:00+01:75",
                "2024-01-01T",
                "٢٠٢٤-01-01"
            })
    void what_is_no_time_is_refused(String text) {
        assertThatThrownBy(() -> Timestamps.parse(text)).isInstanceOf(DateTimeException.class);
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
