package dev.hilo.client.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.client.HiloClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class HiloSandboxTest {

    @AutoClose
    static final HiloSandbox hilo = HiloSandbox.start();

    HiloClient client = HiloClient.bare(hilo.address(), hilo.key());

    @AfterEach
    void reset() {
        hilo.reset();
    }

    private long ticket() {
        var reply = client.post(
                "/tickets",
                Map.of("email", "carla@customer.test", "subject", "s", "description", "d", "status", 2, "priority", 1));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().get("id").asLong();
    }

    @Test
    void it_starts_empty_and_is_empty_again_after_a_reset() {
        assertThat(client.get("/tickets").json()).isEmpty();
        ticket();
        hilo.reset();
        assertThat(client.get("/tickets").json()).isEmpty();
    }

    @Test
    void its_clock_its_limits_and_its_faults_are_the_test_s() {
        var before = hilo.now();
        hilo.advance(Duration.ofDays(3));
        assertThat(hilo.now()).isAfter(before.plus(Duration.ofDays(2)));

        hilo.limit(1);
        client.get("/tickets");
        assertThat(client.get("/tickets").status()).isEqualTo(429);
        hilo.unlimited();

        hilo.failNext(1, "/tickets", 503);
        assertThat(client.get("/tickets").status()).isEqualTo(503);
        assertThat(client.get("/tickets").status()).isEqualTo(200);
        assertThat(hilo.counts().at("/by_status/503").asInt()).isEqualTo(1);
    }

    @Test
    void the_log_says_what_freshdesk_would_have_refused() {
        hilo.limit(1);
        hilo.unlimited();
        hilo.fault(Map.of("kind", "delay", "delay_millis", 1));
        client.get("/api/hilo/v1/changes");
        assertThat(hilo.calls().at("/0/refused_by_freshdesk").asText()).startsWith("404");
        client.get("/tickets");
        assertThat(hilo.calls().at("/0/refused_by_freshdesk").isNull()).isTrue();
    }
}
