package dev.hilo.calendars;

import static dev.hilo.testing.WireShape.assertShape;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.sla.WorkingHours;
import dev.hilo.testing.TestServer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CalendarsApiTest {

    static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void a_new_account_works_from_monday_to_friday_from_eight_to_five() {
        var calendars = server.admin().get("/business_hours").json();

        assertThat(calendars).hasSize(1);
        assertShape(calendars.get(0), "business-hour");
        assertThat(calendars.get(0).get("time_zone").asText()).isEqualTo("UTC");
        assertThat(calendars.at("/0/business_hours/friday").toString())
                .isEqualTo("{\"start_time\":\"08:00:00 am\",\"end_time\":\"05:00:00 pm\"}");
        assertThat(calendars.at("/0/source_business_hours/0/business_hours/4").toString())
                .isEqualTo("{\"day\":\"friday\",\"time_slots\":[{\"start_time\":\"08:00\",\"end_time\":\"17:00\"}]}");
    }

    @Test
    void a_calendar_is_viewed_under_its_number_although_its_id_is_sent_as_text() {
        var calendar = server.admin().get("/business_hours").json().get(0);

        assertThat(calendar.get("id").isTextual()).isTrue();
        assertThat(server.admin()
                        .get("/business_hours/" + calendar.get("id").asText())
                        .json())
                .isEqualTo(calendar);
        assertThat(server.admin().get("/business_hours/1").status()).isEqualTo(404);
    }

    @Test
    void calendars_are_read_only() {
        assertThat(server.admin().post("/business_hours", "{}").status()).isEqualTo(405);
    }

    @Test
    void a_group_works_by_its_own_calendar_and_the_tickets_see_a_change_at_once() {
        long account = server.acme().accountId();
        long nights = server.database()
                .write(h -> h.createQuery("insert into business_hours (account_id, name, hours, created_at, updated_at)"
                                + " values (?, 'Nights', '{}', now(), now()) returning id")
                        .bind(0, account)
                        .mapTo(long.class)
                        .one());
        long group = server.admin()
                .post("/groups", Map.of("name", "Owls"))
                .json()
                .get("id")
                .longValue();
        var calendars = server.hilo().calendars();
        assertThat(hoursAWeek(calendars.hoursOf(account, group))).isEqualTo(45);

        server.admin().put("/groups/" + group, Map.of("business_hour_id", nights));

        assertThat(hoursAWeek(calendars.hoursOf(account, group))).isZero();
        assertThat(hoursAWeek(calendars.hoursOf(account, null))).isEqualTo(45);
        assertThat(hoursAWeek(calendars.hoursOf(account, 1L))).isEqualTo(45);
        server.database().run(h -> h.execute("delete from business_hours where id = ?", nights));
    }

    private static long hoursAWeek(WorkingHours hours) {
        return hours.between(Instant.parse("2026-11-23T00:00:00Z"), Instant.parse("2026-11-30T00:00:00Z"))
                .toHours();
    }
}
