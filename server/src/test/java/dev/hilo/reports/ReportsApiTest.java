package dev.hilo.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Account;
import dev.hilo.accounts.Caller;
import dev.hilo.calendars.Calendars;
import dev.hilo.pages.Phrases;
import dev.hilo.testing.TestServer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One week of four tickets, worked out by hand; the team works Monday to Friday, eight to five, UTC. */
class ReportsApiTest {

    static final String WEEK = "from=2026-03-02&to=2026-03-08";

    static TestServer server;
    static long parcel;
    static long weekend;
    static long invoice;
    static long old;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        parcel = ticket("2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z", "2026-03-03T09:00:00Z");
        weekend = ticket("2026-03-06T16:00:00Z", "2026-03-07T10:00:00Z", null);
        invoice = ticket("2026-03-02T12:00:00Z", "2026-03-02T15:00:00Z", "2026-03-04T12:00:00Z");
        old = ticket("2026-02-24T10:00:00Z", "2026-02-24T12:00:00Z", "2026-03-05T10:00:00Z");
        set(parcel, "fr_due_by", "2026-03-02T11:00:00Z");
        set(weekend, "fr_due_by", "2026-03-06T20:00:00Z");
        set(parcel, "reopened_at", "2026-03-02T20:00:00Z");
        server.database()
                .run(h ->
                        h.execute("update tickets set tags = '{late,refund}', type = 'Question' where id = ?", parcel));
    }

    static long ticket(String created, String answered, String resolved) {
        long id = server.ticket();
        server.database()
                .run(h -> h.execute(
                        """
                        update tickets set created_at = ?, first_responded_at = ?, resolved_at = ?, due_by = null,
                          fr_due_by = null, nr_due_by = null, status = ? where id = ?
                        """,
                        Instant.parse(created),
                        answered == null ? null : Instant.parse(answered),
                        resolved == null ? null : Instant.parse(resolved),
                        resolved == null ? 2 : 4,
                        id));
        return id;
    }

    static void set(long ticket, String column, String time) {
        server.database()
                .run(h -> h.execute("update tickets set " + column + " = ? where id = ?", Instant.parse(time), ticket));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    static JsonNode report(String name, String query) {
        var reply = server.admin().get("/api/hilo/v1/reports/" + name + "?" + query);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    static JsonNode figure(JsonNode report, String name) {
        return find(report.get("figures"), name, null);
    }

    static JsonNode find(JsonNode figures, String name, String key) {
        for (var figure : figures) {
            boolean isPart = key == null || key.equals(figure.get("key").asText());
            if (figure.get("name").asText().equals(name) && isPart) return figure;
        }
        throw new AssertionError("No " + name + " " + key + " in " + figures);
    }

    static void holds(JsonNode figure, Object value, Object before) {
        assertThat(number(figure.get("value"))).as(figure.toString()).isEqualTo(value);
        assertThat(number(figure.get("before"))).as(figure.toString()).isEqualTo(before);
    }

    static Double number(JsonNode node) {
        return node.isNull() ? null : node.doubleValue();
    }

    @Test
    void volume_is_what_came_in_and_what_went_out_beside_the_week_before() {
        var report = report("volume", WEEK);

        assertThat(report.get("before_from").asText()).isEqualTo("2026-02-23");
        assertThat(report.get("before_to").asText()).isEqualTo("2026-03-01");
        holds(figure(report, "created"), 3.0, 1.0);
        holds(figure(report, "resolved"), 3.0, 0.0);
        holds(find(report.get("rows"), "created", "2026-03-02"), 2.0, 0.0);
        // a Tuesday of the week before is shown beside this week's
        holds(find(report.get("rows"), "created", "2026-03-03"), 0.0, 1.0);
    }

    @Test
    void first_responses_have_a_median_and_a_ninetieth_percentile_in_both_kinds_of_hours() {
        var report = report("first_response", WEEK);

        // 1 h, 3 h, 18 h; and of the working day 1 h, 3 h, 1 h
        holds(figure(report, "first_response_median"), 10_800.0, 7_200.0);
        holds(figure(report, "first_response_p90"), 54_000.0, 7_200.0);
        holds(figure(report, "first_response_business_median"), 3_600.0, 7_200.0);
        holds(figure(report, "first_response_business_p90"), 9_360.0, 7_200.0);
    }

    @Test
    void resolutions_are_timed_from_the_making_of_the_ticket() {
        var report = report("resolution", WEEK);

        // 24 h, 48 h, 216 h; and of the working day 9 h, 18 h, 63 h
        holds(figure(report, "resolution_median"), 172_800.0, null);
        holds(figure(report, "resolution_p90"), 656_640.0, null);
        holds(figure(report, "resolution_business_median"), 64_800.0, null);
        holds(figure(report, "resolution_business_p90"), 194_400.0, null);
    }

    @Test
    void the_backlog_is_what_was_open_when_the_week_ended() {
        var report = report("backlog", WEEK);

        holds(figure(report, "backlog"), 1.0, 1.0);
        holds(figure(report, "backlog_age_median"), 201_600.0, 482_400.0);
        holds(find(report.get("rows"), "backlog", "1"), 1.0, 0.0);
        holds(find(report.get("rows"), "backlog", "3"), 0.0, 1.0);
    }

    @Test
    void shares_come_with_how_sure_they_are() {
        var kept = figure(report("sla", WEEK), "sla_first_response");
        holds(kept, 0.5, null);
        assertThat(kept.get("low").doubleValue()).isCloseTo(0.0945, within(0.0001));
        assertThat(kept.get("high").doubleValue()).isCloseTo(0.9055, within(0.0001));

        var reopened = figure(report("reopens", WEEK), "reopened");
        assertThat(reopened.get("value").doubleValue()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(reopened.get("tickets").intValue()).isEqualTo(3);
    }

    @Test
    void tickets_count_under_each_of_their_tags_and_at_their_hour() {
        var tags = report("tags", WEEK);
        holds(find(tags.get("rows"), "created", "late"), 1.0, 0.0);
        holds(find(tags.get("rows"), "created", "refund"), 1.0, 0.0);
        holds(find(report("types", WEEK).get("rows"), "created", "Question"), 1.0, 0.0);
        holds(find(report("types", WEEK).get("rows"), "created", ""), 2.0, 1.0);
        holds(find(report("hours", WEEK).get("rows"), "created", "1-09"), 1.0, 0.0);
        holds(find(report("hours", WEEK).get("rows"), "created", "5-16"), 1.0, 0.0);
        holds(find(report("channels", WEEK).get("rows"), "created", "2"), 3.0, 1.0);
    }

    @Test
    void ratings_are_counted_when_given_and_bring_what_was_written() {
        var surveys = server.admin().get("/surveys?state=active").json();
        assertThat(surveys.size()).isPositive();
        for (var rating : List.of(103, -103, 103)) {
            var given = server.admin()
                    .post(
                            "/tickets/" + invoice + "/satisfaction_ratings",
                            Map.of("ratings", Map.of("default_question", rating), "feedback", "It was " + rating));
            assertThat(given.status()).as(given.toString()).isEqualTo(201);
        }
        var report = report("ratings", "");

        assertThat(figure(report, "ratings").get("value").doubleValue()).isCloseTo(2 / 3.0, within(1e-9));
        holds(find(report.get("rows"), "ratings", "-103"), 0.0, null);
        assertThat(report.get("comments").findValuesAsText("feedback"))
                .containsExactlyInAnyOrder("It was 103", "It was -103", "It was 103");
    }

    @Test
    void each_number_leads_to_its_tickets() {
        var late = find(report("backlog", WEEK).get("rows"), "backlog", "1");
        var behind = server.admin().get(late.get("tickets_path").asText());
        assertThat(behind.json().findValuesAsText("id")).containsExactly("" + weekend);

        var slowest = server.admin().get("/api/hilo/v1/reports/resolution/tickets?" + WEEK);
        assertThat(slowest.json().findValuesAsText("id")).containsExactly("" + old, "" + invoice, "" + parcel);
    }

    @Test
    void filters_leave_out_other_tickets() {
        holds(figure(report("volume", WEEK + "&tag=late"), "created"), 1.0, 0.0);
        holds(figure(report("volume", WEEK + "&channel=1"), "created"), 0.0, 0.0);
        holds(figure(report("volume", WEEK + "&agent_id=1"), "created"), 0.0, 0.0);
    }

    @Test
    void a_spreadsheet_gets_one_number_a_line() {
        var csv = server.admin()
                .get("/api/hilo/v1/reports/volume?format=csv&" + WEEK)
                .text();

        assertThat(csv).startsWith("name,by,key,label,unit,value,before,low,high,tickets,tickets_before\r\n");
        assertThat(csv).contains("created,,,,tickets,3,1,,,3,1\r\n");
        assertThat(csv).contains("created,day,2026-03-02,,tickets,2,0,,,2,0\r\n");
    }

    @Test
    void every_report_defines_what_it_measures() {
        for (var kind : ReportKind.values()) {
            var report = report(kind.text(), WEEK);
            assertThat(report.get("definitions")).hasSameSizeAs(kind.measures());
            assertThat(report.get("figures").size()).isPositive();
        }
    }

    @Test
    void what_is_no_report_and_no_period_is_refused() {
        assertThat(server.admin().get("/api/hilo/v1/reports/gossip").status()).isEqualTo(404);
        for (var query : List.of("from=yesterday", "from=2026-03-02&to=2026-03-01", "from=2020-01-01&to=2026-01-01")) {
            assertThat(server.admin()
                            .get("/api/hilo/v1/reports/volume?" + query)
                            .status())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(server.admin()
                        .get("/api/hilo/v1/reports/volume/tickets?by=moon")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_day_is_one_of_the_account_s_time_zone() {
        ticket("2025-05-31T22:30:00Z", null, "2025-06-20T10:00:00Z");
        var reports = new Reports(server.database(), new Calendars(server.database()), Clock.systemUTC());
        var asked = new ReportAsked("2025-06-01", "2025-06-01", null, null, null, null, null, null, null, null, null);

        var here = reports.report(in("Madrid"), ReportKind.VOLUME, asked, Phrases.in("en"));
        var there = reports.report(in("UTC"), ReportKind.VOLUME, asked, Phrases.in("en"));

        assertThat(here.figures().getFirst().value()).isEqualTo(1);
        assertThat(here.rows().getFirst().key()).isEqualTo("2025-06-01");
        assertThat(there.figures().getFirst().value()).isZero();
        assertThat(there.figures().getFirst().before()).isEqualTo(1);
    }

    static Caller in(String zone) {
        var ada = server.caller();
        var acme = ada.account();
        var moved = new Account(
                acme.accountId(),
                acme.subdomain(),
                acme.name(),
                acme.plan(),
                zone,
                acme.language(),
                acme.supportedLanguages(),
                acme.portalLanguages(),
                acme.createdAt());
        return new Caller(moved, ada.agentId(), ada.name(), ada.email(), ada.scope(), ada.groups(), ada.privileges());
    }
}
