package dev.hilo.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.client.HiloClient;
import dev.hilo.client.OutcomeUnknown;
import dev.hilo.client.Reply;
import dev.hilo.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxApiTest {

    static final String OURS = "/api/hilo/v1/sandbox";
    static TestServer server;
    static HiloClient ada;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void tidy() {
        ada.delete(OURS + "/faults");
        ada.delete(OURS + "/calls");
        ada.put(OURS + "/limits", Map.of("enforced", false));
    }

    @Test
    void the_clock_advances_and_what_became_due_is_done() {
        long ticket = server.ticket();
        var due = Instant.parse(
                ada.get("/tickets/" + ticket).json().get("fr_due_by").asText());
        var now = Instant.parse(ada.get(OURS + "/clock").json().get("now").asText());

        var by = Duration.between(now, due).plusMinutes(1);
        var after =
                ada.post(OURS + "/clock/advance", Map.of("by", by.toString())).json();

        assertThat(Instant.parse(after.get("now").asText())).isAfter(due);
        assertThat(ada.get("/tickets/" + ticket).json().get("fr_escalated").asBoolean())
                .isTrue();
        long later = server.ticket();
        assertThat(Instant.parse(
                        ada.get("/tickets/" + later).json().get("created_at").asText()))
                .isAfter(due);
        ada.put(OURS + "/clock", Map.of("now", Instant.now().toString()));
        assertThat(ada.post(OURS + "/clock/advance", Map.of("by", "soon")).status())
                .isEqualTo(400);
    }

    @Test
    void a_plan_s_limits_hold_until_the_minute_is_over() {
        ada.put(OURS + "/limits", Map.of("plan", "growth", "calls_per_minute", 3));
        for (int i = 0; i < 3; i++) assertThat(ada.get("/tickets").status()).isEqualTo(200);
        var refused = ada.get("/tickets");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("retry-after")).isPresent();

        ada.post(OURS + "/clock/advance", Map.of("by", "PT61S"));
        assertThat(ada.get("/tickets").status()).isEqualTo(200);
    }

    @Test
    void limits_that_are_not_enforced_are_still_counted() {
        ada.put(OURS + "/limits", Map.of("calls_per_minute", 1, "enforced", false));
        assertThat(ada.get("/tickets").status()).isEqualTo(200);
        assertThat(ada.get("/tickets").status()).isEqualTo(200);

        var calls = ada.get(OURS + "/calls").json();
        assertThat(calls.at("/0/refused_by_freshdesk").asText()).startsWith("429");
        assertThat(calls.at("/1/refused_by_freshdesk").isNull()).isTrue();
    }

    @Test
    void the_next_calls_that_match_are_answered_as_asked() {
        fault(Map.of(
                "kind",
                "answer",
                "status",
                429,
                "retry_after",
                7,
                "method",
                "GET",
                "path",
                "^/api/v2/tickets$",
                "times",
                2));
        var first = ada.get("/tickets");
        assertThat(first.status()).isEqualTo(429);
        assertThat(first.header("retry-after")).contains("7");
        assertThat(ada.get("/contacts").status()).isEqualTo(200);
        assertThat(ada.get("/tickets").status()).isEqualTo(429);
        assertThat(ada.get("/tickets").status()).isEqualTo(200);
    }

    @Test
    void a_share_of_the_calls_is_drawn_with_a_seed() {
        fault(Map.of("kind", "answer", "status", 503, "share", 0.5, "seed", 42, "path", "/roles"));
        var first = statuses();
        ada.delete(OURS + "/faults");
        fault(Map.of("kind", "answer", "status", 503, "share", 0.5, "seed", 42, "path", "/roles"));
        assertThat(statuses()).isEqualTo(first).contains(200, 503);
    }

    private static List<Integer> statuses() {
        return java.util.stream.IntStream.range(0, 20)
                .mapToObj(i -> ada.get("/roles").status())
                .toList();
    }

    @Test
    void a_connection_dropped_after_the_work_leaves_the_work_done() {
        long ticket = server.ticket();
        fault(Map.of("kind", "drop", "method", "POST", "path", "/notes$", "times", 1, "afterwards", true));
        assertThatThrownBy(() -> ada.post("/tickets/" + ticket + "/notes", Map.of("body", "lost answer")))
                .isInstanceOf(OutcomeUnknown.class);
        assertThat(ada.get("/tickets/" + ticket + "/conversations").json()).hasSize(1);

        fault(Map.of("kind", "drop", "method", "POST", "path", "/notes$", "times", 1));
        assertThatThrownBy(() -> ada.post("/tickets/" + ticket + "/notes", Map.of("body", "lost call")))
                .isInstanceOf(OutcomeUnknown.class);
        assertThat(ada.get("/tickets/" + ticket + "/conversations").json()).hasSize(1);
    }

    @Test
    void every_call_is_logged_once_with_its_cost() {
        long ticket = server.ticket();
        ada.delete(OURS + "/calls");
        ada.get("/tickets?include=requester");
        ada.get("/tickets/" + ticket);
        ada.get("/tickets/999999");
        ada.post("/tickets/" + ticket + "/notes", Map.of("body", ""));

        JsonNode counts = ada.get(OURS + "/calls/count").json();
        assertThat(counts.get("calls").asInt()).isEqualTo(4);
        assertThat(counts.get("credits").asInt()).isEqualTo(3 + 1 + 1 + 1);
        assertThat(counts.at("/by_status/200").asInt()).isEqualTo(2);
        assertThat(counts.at("/by_status/404").asInt()).isEqualTo(1);
        assertThat(counts.at("/by_path").get("GET /api/v2/tickets/{id}").asInt())
                .isEqualTo(2);
        JsonNode refused = ada.get(OURS + "/calls?status=400").json();
        assertThat(refused).hasSize(1);
        assertThat(refused.get(0).get("path").asText()).endsWith("/notes");
    }

    @Test
    void a_reset_brings_back_what_was_and_the_history_goes_on() {
        long ticket = server.ticket();
        ada.post(OURS + "/snapshots", Map.of("name", "before"));
        var before = ada.get("/tickets/" + ticket).json();
        ada.put("/tickets/" + ticket, Map.of("subject", "spoilt"));
        long further = server.ticket();

        assertThat(ada.post(OURS + "/reset", Map.of("name", "before")).status()).isEqualTo(204);

        assertThat(ada.get("/tickets/" + ticket).json()).isEqualTo(before);
        assertThat(ada.get("/tickets/" + further).status()).isEqualTo(404);
        assertThat(ada.get(OURS + "/snapshots").json().toString()).contains("before");
        var changes = ada.get("/api/hilo/v1/changes?types=sandbox.reset").json().get("events");
        assertThat(changes).isNotEmpty();
        assertThat(ada.post(OURS + "/reset", Map.of("name", "nothing")).status())
                .isEqualTo(404);
        assertThat(ada.post(OURS + "/reset", Map.of("name", "x; drop")).status())
                .isEqualTo(400);
        assertThat(server.ticket()).isEqualTo(further);
    }

    private static Reply fault(Map<String, Object> asked) {
        var reply = ada.post(OURS + "/faults", asked);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply;
    }
}
