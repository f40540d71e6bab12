package dev.hilo.answers.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.answers.ScriptedModel;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointsApiTest {

    static final String OURS = "/api/hilo/v1/ai/model";
    static TestServer server;
    static HiloClient ada;
    ScriptedModel model;

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
    void open() throws IOException {
        model = new ScriptedModel();
    }

    @AfterEach
    void forget() {
        model.close();
        ada.delete(OURS);
        server.database().run(h -> h.execute("delete from language_model_days"));
    }

    @Test
    void there_is_none_until_one_is_set_and_its_key_is_never_shown() {
        assertThat(ada.get(OURS).status()).isEqualTo(404);
        var saved = save("openai", Map.of("key", "sk-s3cret"));
        assertThat(saved.get("has_key").asBoolean()).isTrue();
        assertThat(ada.get(OURS).text()).contains("\"model\":\"m\"").doesNotContain("s3cret");
        var inTheOpen = server.database()
                .read(h -> h.createQuery("select encode(sealed_key, 'escape') || '' from language_models")
                        .mapTo(String.class)
                        .one());
        assertThat(inTheOpen).doesNotContain("s3cret");
        assertThat(ada.get("/api/hilo/v1/changes?types=language_model.*").text())
                .doesNotContain("sealed", "s3cret");

        save("openai", Map.of("model", "n"));
        assertThat(test().get("ok").asBoolean()).isTrue();
        assertThat(model.asked.getFirst().headers().get("Authorization")).containsExactly("Bearer sk-s3cret");
        ada.put(OURS, java.util.Collections.singletonMap("key", null));
        assertThat(ada.get(OURS).json().get("has_key").asBoolean()).isFalse();
    }

    @Test
    void each_provider_is_called_in_its_own_way() {
        for (var provider : Map.of(
                        "openai", "/v1/chat/completions",
                        "anthropic", "/v1/messages",
                        "ollama", "/api/chat")
                .entrySet()) {
            String path = provider.getKey().equals("ollama") ? "" : "/v1";
            save(provider.getKey(), Map.of("address", model.address() + path, "key", "k"));
            assertThat(test().get("ok").asBoolean()).as(provider.getKey()).isTrue();
            assertThat(model.asked.getLast().path()).isEqualTo(provider.getValue());
            assertThat(model.asked.getLast().prompt()).contains("You answer with JSON.");
        }
    }

    @Test
    void every_way_to_fail_has_a_name() throws Exception {
        save("openai", Map.of("timeout_seconds", 1));
        for (var failure : Map.of(401, "UNAUTHORISED", 429, "LIMITED", 400, "REFUSED", 503, "BROKEN", 302, "BROKEN")
                .entrySet()) {
            model.status = failure.getKey();
            assertThat(test().get("failure").asText()).as(failure.toString()).isEqualTo(failure.getValue());
        }
        model.status = 200;
        for (String raw : new String[] {"<html>", "{}", "{\"choices\":[]}", "", "null"}) {
            model.raw = raw;
            assertThat(test().get("failure").asText()).as(raw).isEqualTo("BROKEN");
        }
        model.raw = null;
        model.hang = new CountDownLatch(1);
        assertThat(test().get("failure").asText()).isEqualTo("TIMED_OUT");
        model.hang.countDown();
        save("openai", Map.of("address", "http://127.0.0.1:" + freePort() + "/v1"));
        assertThat(test().get("failure").asText()).isEqualTo("UNREACHABLE");
        assertThat(ada.get(OURS).json().at("/today/failures").asInt()).isEqualTo(12);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void when_the_days_money_is_spent_nothing_is_called_any_more() {
        save("openai", Map.of("price_in", 1000, "price_out", 1000, "cap_per_day", 1.2));
        assertThat(test().get("ok").asBoolean()).isTrue();
        var today = ada.get(OURS).json().get("today");
        assertThat(today.get("tokens_in").asLong()).isEqualTo(1000);
        assertThat(today.get("spent").decimalValue()).isEqualByComparingTo("1.1");

        save("openai", Map.of("cap_per_day", 1.15));
        assertThat(test().get("failure").asText()).isEqualTo("CAPPED");
        assertThat(model.asked).hasSize(1);
    }

    @Test
    void what_failed_without_an_answer_costs_nothing() {
        save("openai", Map.of("price_in", 1000, "price_out", 1000, "cap_per_day", 100));
        model.status = 503;
        test();
        assertThat(ada.get(OURS).json().at("/today/spent").decimalValue()).isEqualByComparingTo("0");
    }

    @Test
    void what_cannot_be_is_refused_all_at_once() {
        var refused =
                ada.put(OURS, Map.of("address", "ftp://x", "timeout_seconds", 0, "price_in", -1, "provider", "openai"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("address", "timeout_seconds", "price_in", "\"model\"");
        assertThat(ada.get(OURS).status()).isEqualTo(404);
    }

    private JsonNode save(String provider, Map<String, Object> more) {
        var asked = new HashMap<String, Object>(
                Map.of("provider", provider, "address", model.address() + "/v1", "model", "m"));
        asked.putAll(more);
        var saved = ada.put(OURS, asked);
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
        return saved.json();
    }

    private JsonNode test() {
        return ada.post(OURS + "/test", (Object) null).json();
    }
}
