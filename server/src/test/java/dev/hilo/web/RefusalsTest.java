package dev.hilo.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The statuses and exact error bodies of §1.11 of the reference. */
class RefusalsTest {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    static TestServer server;
    static RawHttp admin;
    static long ticket;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        admin = new RawHttp(server.address(), server.adminKey());
        ticket = server.ticket();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void without_a_good_key_401() {
        for (var authorization : new String[] {
            RawHttp.basic("wrong", "X"),
            RawHttp.basic("", ""),
            RawHttp.basic(TestServer.ADMIN, "wrong"),
            "Bearer " + server.adminKey(),
            "Basic !!!",
            "Basic",
            ""
        }) {
            var answer = admin.call("GET", "/api/v2/tickets", Map.of("Authorization", authorization));
            assertThat(answer.status()).as(authorization).isEqualTo(401);
            assertThat(answer.text())
                    .isEqualTo(
                            "{\"code\":\"invalid_credentials\",\"message\":\"You have to be logged in to perform this action.\"}");
        }
        assertThat(new RawHttp(server.address(), null)
                        .get("/api/v2/no/such/path")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void an_agents_address_and_password_do_as_well_as_a_key_with_any_password() {
        for (var authorization : new String[] {
            RawHttp.basic(TestServer.ADMIN, "correct horse"),
            RawHttp.basic(TestServer.ADMIN.toUpperCase(), "correct horse"),
            RawHttp.basic(server.adminKey(), ""),
            RawHttp.basic(server.adminKey(), "dummy"),
            RawHttp.basic(server.adminKey(), "X").replace("Basic", "basic")
        }) {
            assertThat(admin.call("GET", "/api/v2/tickets", Map.of("Authorization", authorization))
                            .status())
                    .as(authorization)
                    .isEqualTo(200);
        }
    }

    @Test
    void what_is_not_there_is_an_empty_404() {
        for (var path :
                new String[] {"/tickets/999999", "/tickets/9223372036854775807", "/no_such_thing", "/tickets/x"}) {
            var answer = admin.get("/api/v2" + path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void a_path_that_takes_other_methods_405() {
        var answer = admin.json("DELETE", "/api/v2/roles", "");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET");
        assertThat(answer.text())
                .isEqualTo("{\"message\":\"DELETE method is not allowed. It should be one of these method(s): GET\"}");
    }

    @Test
    void a_ticket_in_the_trash_refuses_changes_with_405() {
        long other = server.ticket();
        admin.call("DELETE", "/api/v2/tickets/" + other, Map.of());

        var answer = admin.json("PUT", "/api/v2/tickets/" + other, "{\"priority\":2}");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.text())
                .isEqualTo("{\"message\":\"PUT method is not allowed. It should be one of these method(s): GET\"}");
        assertThat(admin.json("POST", "/api/v2/tickets/" + other + "/notes", "{\"body\":\"x\"}")
                        .status())
                .isEqualTo(405);
    }

    @Test
    void an_answer_that_is_no_json_406() {
        assertThat(accepting("text/html")).isEqualTo(406);
        assertThat(accepting("application/xml, text/plain;q=0.5")).isEqualTo(406);
        for (var fine : new String[] {"application/json", "*/*", "text/html, */*;q=0.8", "application/json; q=0.5"}) {
            assertThat(accepting(fine)).as(fine).isEqualTo(200);
        }
    }

    private static int accepting(String types) {
        return admin.call("GET", "/api/v2/tickets", Map.of("Accept", types)).status();
    }

    @Test
    void a_body_that_is_no_json_415() {
        var answer = admin.call(
                "POST",
                "/api/v2/tickets",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "subject=a".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text())
                .isEqualTo("{\"code\":\"invalid_content_type\",\"message\":\"Content-Type header is set to"
                        + " application/x-www-form-urlencoded. It should be set to application/json\"}");
    }

    @Test
    void what_cannot_be_parsed_400() {
        var answer = admin.json("POST", "/api/v2/tickets", "{\"subject\":");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .isEqualTo("{\"code\":\"invalid_json\",\"message\":\"Request body has invalid json format\"}");
    }

    @Test
    void unknown_fields_and_parameters_are_told_all_at_once() {
        var answer = admin.json(
                "POST", "/api/v2/tickets/" + ticket + "/reply", "{\"private\":true,\"status\":3,\"body\":\"b\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .isEqualTo(
                        "{\"description\":\"Validation failed\",\"errors\":["
                                + "{\"field\":\"private\",\"message\":\"Unexpected/invalid field in request\",\"code\":\"invalid_field\"},"
                                + "{\"field\":\"status\",\"message\":\"Unexpected/invalid field in request\",\"code\":\"invalid_field\"}]}");

        var query = admin.get("/api/v2/tickets?status=2&foo=1");
        assertThat(query.status()).isEqualTo(400);
        assertThat(query.json().findValuesAsText("field")).containsExactlyInAnyOrder("status", "foo");
        assertThat(query.json().findValuesAsText("code")).containsOnly("invalid_field");
    }

    @Test
    void mandatory_fields_and_wrong_types_have_the_recorded_texts() {
        var missing = admin.json("POST", "/api/v2/tickets", "{\"email\":\"a@b.test\"}")
                .json();
        assertThat(missing.get("errors").toString())
                .contains("{\"field\":\"subject\",\"message\":\"It should be a/an String\",\"code\":\"missing_field\"}")
                .contains(
                        "{\"field\":\"description\",\"message\":\"It should be a/an String\",\"code\":\"missing_field\"}");

        var priority = admin.json(
                        "POST",
                        "/api/v2/tickets",
                        "{\"email\":\"a@b.test\",\"subject\":\"s\",\"description\":\"d\",\"status\":2,\"priority\":9}")
                .json();
        assertThat(priority.get("errors").toString())
                .isEqualTo("[{\"field\":\"priority\",\"message\":\"It should be one of these values: '1,2,3,4'\","
                        + "\"code\":\"invalid_value\"}]");
    }

    @Test
    void a_status_sent_as_a_text_is_told_the_values_it_takes() {
        var errors = admin.json(
                        "POST",
                        "/api/v2/tickets",
                        "{\"email\":\"a@b.test\",\"subject\":\"s\",\"description\":\"d\",\"status\":\"2\",\"priority\":1}")
                .json()
                .get("errors");

        assertThat(errors.at("/0/field").asText()).isEqualTo("status");
        assertThat(errors.at("/0/code").asText()).isEqualTo("datatype_mismatch");
        assertThat(errors.at("/0/message").asText())
                .startsWith("Value set is of type String.It should be one of these values: '2,3,4,5,6,7");
    }

    @Test
    void pages_have_bounds() {
        for (var query :
                new String[] {"per_page=101", "per_page=0", "page=0", "page=-1", "page=x", "per_page=", "page=301"}) {
            var answer = admin.get("/api/v2/tickets?" + query);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(query.split("=")[0]);
        }
        assertThat(admin.get("/api/v2/tickets?page=301")
                        .json()
                        .at("/errors/0/message")
                        .asText())
                .isEqualTo("You cannot access tickets beyond the 300th page. Please provide a smaller page number.");
        assertThat(admin.get("/api/v2/tickets?page=300&per_page=100").text()).isEqualTo("[]");
    }

    @Test
    void a_put_that_needs_no_body_takes_an_empty_one() {
        long other = server.ticket();
        admin.call("DELETE", "/api/v2/tickets/" + other, JSON);

        assertThat(admin.call("PUT", "/api/v2/tickets/" + other + "/restore", JSON, new byte[0])
                        .status())
                .isEqualTo(204);
    }

    @Test
    void patch_is_put_and_a_json_suffix_does_not_count() {
        var answer = admin.json("PATCH", "/api/v2/tickets/" + ticket, "{\"priority\":3}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("priority").asInt()).isEqualTo(3);

        assertThat(admin.get("/api/v2/tickets/" + ticket + ".json")
                        .json()
                        .get("id")
                        .asLong())
                .isEqualTo(ticket);
        assertThat(admin.get("/api/v2/tickets.json?per_page=1").json()).hasSize(1);
    }

    @Test
    void head_is_get_without_the_body() {
        var answer = admin.call("HEAD", "/api/v2/tickets", Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("application/json; charset=utf-8");
    }

    @Test
    void a_browser_of_any_origin_may_ask() {
        var answer = new RawHttp(server.address(), null)
                .call(
                        "OPTIONS",
                        "/api/v2/tickets",
                        Map.of(
                                "Origin", "https://shop.example",
                                "Access-Control-Request-Method", "POST",
                                "Access-Control-Request-Headers", "authorization,content-type"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.header("Access-Control-Allow-Methods").orElseThrow().split(", "))
                .contains("GET", "POST", "PUT", "PATCH", "DELETE");
        assertThat(answer.header("Access-Control-Allow-Headers").orElseThrow().split(", "))
                .contains("Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match");
        var asked = admin.call("GET", "/api/v2/tickets", Map.of("Origin", "https://shop.example"));
        assertThat(asked.header("Access-Control-Allow-Origin")).contains("*");
        assertThat(asked.header("Access-Control-Expose-Headers").orElseThrow().split(", "))
                .contains("Link", "Location", "Retry-After", "X-RateLimit-Total", "ETag", "Idempotent-Replayed");
        var refused = new RawHttp(server.address(), null)
                .call("GET", "/api/v2/tickets", Map.of("Origin", "https://shop.example"));
        assertThat(refused.header("Access-Control-Allow-Origin")).contains("*");
    }
}
