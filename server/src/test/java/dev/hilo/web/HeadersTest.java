package dev.hilo.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.accounts.Plan;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The headers of §1.4 of the reference, name by name as they are spelt. */
class HeadersTest {

    private static final Map<String, String> ON_EVERY_ANSWER = Map.of(
            "X-Freshdesk-API-Version", "latest=v2; requested=v2",
            "X-Fw-Ratelimiting-Managed", "true",
            "Cache-Control", "no-store",
            "Pragma", "no-cache",
            "Expires", "Wed, 13 Oct 2010 00:00:00 UTC");
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final String NOTE = "{\"body\":\"n\"}";

    static TestServer server;
    static RawHttp admin;
    static long ticket;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(Plan.ENTERPRISE);
        admin = new RawHttp(server.address(), server.adminKey());
        ticket = server.ticket();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void a_list_carries_them_all() {
        var list = admin.get("/api/v2/tickets");

        assertThat(list.status()).isEqualTo(200);
        assertEveryAnswers(list, "200 OK");
        assertThat(list.header("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(list.header("Vary")).contains("accept-encoding");
        assertThat(list.header("X-RateLimit-Total")).contains("700.0");
        assertThat(list.header("X-RateLimit-Remaining").orElseThrow()).matches("\\d+\\.0");
        assertThat(list.header("X-RateLimit-Used-CurrentRequest")).contains("1");
    }

    @Test
    void the_remaining_calls_fall_by_what_a_call_costs() {
        double before = remaining(admin.get("/api/v2/tickets/" + ticket));
        var dear = admin.get("/api/v2/tickets/" + ticket + "?include=conversations,stats");

        assertThat(dear.header("X-RateLimit-Used-CurrentRequest")).contains("3");
        assertThat(remaining(dear)).isEqualTo(before - 3);
        assertThat(admin.get("/api/v2/tickets?include=stats,requester").header("X-RateLimit-Used-CurrentRequest"))
                .contains("5");
    }

    private static double remaining(RawHttp.Answer answer) {
        return Double.parseDouble(answer.header("X-RateLimit-Remaining").orElseThrow());
    }

    @Test
    void what_is_created_has_a_location() {
        var note = admin.json("POST", "/api/v2/tickets/" + ticket + "/notes", NOTE);

        assertThat(note.status()).isEqualTo(201);
        assertEveryAnswers(note, "201 Created");
        assertThat(note.header("Location"))
                .contains(server.address() + "/api/v2/conversations/"
                        + note.json().get("id"));
    }

    @Test
    void an_answer_without_a_body_has_no_content_type() {
        var note = admin.json("POST", "/api/v2/tickets/" + ticket + "/notes", NOTE);
        var gone = admin.call("DELETE", "/api/v2/conversations/" + note.json().get("id"), Map.of());

        assertThat(gone.status()).isEqualTo(204);
        assertEveryAnswers(gone, "204 No Content");
        assertThat(gone.header("Content-Type")).isEmpty();
        assertThat(gone.body()).isEmpty();
    }

    @Test
    void refusals_carry_them_too() {
        var unauthenticated = new RawHttp(server.address(), null).get("/api/v2/contacts");
        assertEveryAnswers(unauthenticated, "401 Unauthorized");
        assertThat(unauthenticated.header("X-RateLimit-Total")).isEmpty();

        var unknown = admin.get("/api/v2/tickets/999999");
        assertEveryAnswers(unknown, "404 Not Found");
        assertThat(unknown.header("X-RateLimit-Total")).contains("700.0");

        var invalid = admin.get("/api/v2/tickets?per_page=101");
        assertEveryAnswers(invalid, "400 Bad Request");
        assertThat(invalid.header("X-RateLimit-Remaining")).isPresent();
    }

    @Test
    void every_request_has_an_id_of_its_own() {
        var first = admin.get("/api/v2/tickets").header("X-Request-Id").orElseThrow();
        var second = admin.get("/api/v2/tickets").header("X-Request-Id").orElseThrow();

        assertThat(first).matches(UUID).isNotEqualTo(second);
    }

    @Test
    void the_server_does_not_say_what_it_is_made_of() {
        assertThat(admin.get("/api/v2/tickets").header("Server")).isEmpty();
    }

    private static void assertEveryAnswers(RawHttp.Answer answer, String status) {
        ON_EVERY_ANSWER.forEach(
                (name, value) -> assertThat(answer.header(name)).as(name).contains(value));
        assertThat(answer.header("Status")).contains(status);
        assertThat(answer.header("X-Request-Id").orElseThrow()).matches(UUID);
    }
}
