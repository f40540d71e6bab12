package dev.hilo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZonesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UTC|UTC",
                "London|Europe/London",
                "Madrid|Europe/Madrid",
                "Pacific Time (US & Canada)|America/Los_Angeles",
                "Eastern Time (US & Canada)|America/New_York",
                "International Date Line West|Etc/GMT+12",
                "Cape Verde Is.|Atlantic/Cape_Verde",
                "St. Petersburg|Europe/Moscow",
                "Nuku'alofa|Pacific/Tongatapu",
                "Kiev|Europe/Kiev",
                "Europe/Madrid|Europe/Madrid",
                "Atlantis|UTC",
            })
    void a_name_has_its_zone(String name, String zone) {
        assertThat(TimeZones.zone(name)).isEqualTo(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "London|London",
                "Europe/London|London",
                "Europe/Madrid|Madrid",
                "America/New_York|Eastern Time (US & Canada)",
                "America/Lima|Lima",
                "Asia/Tokyo|Tokyo",
                "Pacific/Auckland|Auckland",
            })
    void a_zone_has_its_name(String text, String name) {
        assertThat(TimeZones.named(text)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Atlantis", "", "america/lima", "+02:00", "Antarctica/Troll"})
    void what_rails_does_not_know_has_no_name(String text) {
        assertThat(TimeZones.named(text)).isEmpty();
    }

    @Test
    void the_table_has_all_of_rails() {
        assertThat(TimeZones.names()).hasSize(151 + 2);
    }
}
