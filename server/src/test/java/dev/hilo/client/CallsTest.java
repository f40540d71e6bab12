package dev.hilo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hilo.api.FieldError;
import dev.hilo.testing.TestServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CallsTest {

    private static TestServer server;
    private static HiloClient ada;

    private final List<Duration> pauses = new ArrayList<>();
    private final Time time = new Time() {
        private long waited;

        @Override
        public long nanos() {
            return waited;
        }

        @Override
        public void pause(Duration length) {
            pauses.add(length);
            waited += length.toNanos();
        }

        @Override
        public void await(Condition changed, long nanos) {
            pause(Duration.ofNanos(nanos));
        }
    };

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @AfterEach
    void without_faults() {
        ada.delete("/api/hilo/v1/sandbox/faults");
        ada.put("/api/hilo/v1/sandbox/limits", Map.of("plan", "unlimited", "enforced", false));
    }

    private HiloClient client() {
        return HiloClient.to(server.address(), server.adminKey()).time(time).build();
    }

    private static void fault(Object... fault) {
        var asked = new java.util.HashMap<String, Object>();
        for (int i = 0; i < fault.length; i += 2) asked.put((String) fault[i], fault[i + 1]);
        var reply = ada.post("/api/hilo/v1/sandbox/faults", asked);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    }

    @Test
    void a_call_that_may_come_twice_is_sent_until_it_is_answered() {
        fault("kind", "answer", "status", 503, "path", "/roles", "times", 2);
        fault("kind", "drop", "path", "/roles", "times", 1);
        var reply = client().raw().get("/roles");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.attempts()).isBetween(3, 4);
        assertThat(pauses).hasSize(reply.attempts() - 1).allMatch(p -> p.toMillis() >= 250);
        assertThat(pauses.getLast()).isGreaterThan(pauses.getFirst());
    }

    @Test
    void the_attempts_come_to_an_end() {
        fault("kind", "answer", "status", 500, "path", "/roles");
        assertThat(client().raw().get("/roles").attempts()).isEqualTo(6);
        assertThatThrownBy(() -> client().roles().all().toList())
                .isInstanceOfSatisfying(
                        ApiError.class, e -> assertThat(e.status()).isEqualTo(500));
    }

    @Test
    void a_429_is_waited_out() {
        fault("kind", "answer", "status", 429, "retry_after", 7, "path", "/roles", "times", 1);
        assertThat(client().roles().all().toList()).isNotEmpty();
        assertThat(pauses).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void nobody_waits_for_a_429_longer_than_the_patience() {
        fault("kind", "answer", "status", 429, "retry_after", 3000, "path", "/roles", "times", 1);
        assertThat(client().raw().get("/roles").status()).isEqualTo(429);
        assertThat(pauses).isEmpty();
    }

    @Test
    void a_post_whose_answer_is_lost_is_not_sent_again() {
        long ticket = server.ticket();
        var notes = "/tickets/" + ticket + "/notes";
        fault("kind", "drop", "method", "POST", "path", "/notes$", "times", 1, "afterwards", true);
        assertThatThrownBy(() -> client().raw().post(notes, Map.of("body", "Once.")))
                .isInstanceOf(OutcomeUnknown.class);

        fault("kind", "answer", "status", 502, "method", "POST", "path", "/notes$", "times", 1, "afterwards", true);
        assertThatThrownBy(() ->
                        client().raw().post(notes, Map.of("body", "Twice.")).orThrow())
                .isInstanceOf(OutcomeUnknown.class);
        assertThat(client().ticket(ticket).conversations()).hasSize(2);
    }

    @Test
    void a_post_that_was_refused_by_the_limit_is_sent_again() {
        long ticket = server.ticket();
        fault("kind", "answer", "status", 429, "retry_after", 1, "method", "POST", "times", 1);
        assertThat(client().raw()
                        .post("/tickets/" + ticket + "/notes", Map.of("body", "Once."))
                        .status())
                .isEqualTo(201);
        assertThat(client().ticket(ticket).conversations()).hasSize(1);
    }

    @Test
    void with_keys_a_hilo_does_once_what_arrives_twice() {
        long ticket = server.ticket();
        fault("kind", "drop", "method", "POST", "path", "/notes$", "times", 1, "afterwards", true);
        var client = HiloClient.to(server.address(), server.adminKey())
                .time(time)
                .onceOnlyKeys()
                .build();
        assertThat(client.raw()
                        .post("/tickets/" + ticket + "/notes", Map.of("body", "Once."))
                        .status())
                .isEqualTo(201);
        assertThat(client.ticket(ticket).conversations()).hasSize(1);
    }

    @Test
    void a_deletion_whose_answer_is_lost_is_a_deletion() {
        long ticket = server.ticket();
        long note = ada.post("/tickets/" + ticket + "/notes", Map.of("body", "Away."))
                .json()
                .get("id")
                .asLong();
        fault("kind", "drop", "method", "DELETE", "path", "/conversations/", "times", 1, "afterwards", true);
        client().conversations().delete(note);
        assertThat(client().ticket(ticket).conversations()).isEmpty();
        assertThatThrownBy(() -> client().conversations().delete(note)).isInstanceOf(ApiError.class);
    }

    @Test
    void a_refusal_names_its_request_and_every_field() {
        assertThatThrownBy(() -> client().raw()
                        .post("/tickets", Map.of("priority", 9, "mood", "sunny"))
                        .orThrow())
                .isInstanceOfSatisfying(ApiError.class, e -> {
                    assertThat(e.status()).isEqualTo(400);
                    assertThat(e.requestId()).isPresent();
                    assertThat(e.fields()).extracting(FieldError::field).contains("mood", "priority");
                });
        var stranger = HiloClient.bare(server.address(), "wrong");
        assertThatThrownBy(() -> stranger.agents().me())
                .isInstanceOfSatisfying(
                        ApiError.class, e -> assertThat(e.code()).contains("invalid_credentials"));
    }

    @Test
    void an_endpoint_that_is_not_there_is_unreachable() {
        var nowhere = HiloClient.to(URI.create("http://127.0.0.1:1"), "key")
                .time(time)
                .build();
        assertThatThrownBy(() -> nowhere.raw().post("/tickets", Map.of())).isInstanceOf(Unreachable.class);
        assertThat(pauses).hasSize(5);
    }

    @Test
    void an_answer_that_does_not_come_in_time_is_cut_off() {
        fault("kind", "delay", "delay_millis", 5000, "path", "/roles", "times", 1);
        var client = HiloClient.to(server.address(), server.adminKey())
                .time(time)
                .timeout(Duration.ofMillis(300))
                .build();
        assertThat(client.roles().all().toList()).isNotEmpty();
        assertThat(pauses).hasSize(1);
    }

    @Test
    void a_real_limit_is_kept_without_a_refusal() {
        ada.put("/api/hilo/v1/sandbox/limits", Map.of("plan", "trial", "calls_per_minute", 20, "enforced", true));
        ada.delete("/api/hilo/v1/sandbox/calls");
        var client = client();
        for (int i = 0; i < 10; i++) client.raw().get("/roles");
        assertThat(pauses).isEmpty();
        assertThat(client.budget().standing().remaining()).isEqualTo(10);
        assertThat(ada.get("/api/hilo/v1/sandbox/calls/count?status=429")
                        .json()
                        .get("calls")
                        .asInt())
                .isZero();
        client.raw().get("/roles");
        assertThat(pauses).isNotEmpty();
    }
}
