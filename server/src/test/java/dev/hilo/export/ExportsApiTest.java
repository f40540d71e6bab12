package dev.hilo.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExportsApiTest {

    static final String PATH = "/api/hilo/v1/exports";

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

    @Test
    void an_export_runs_by_itself_and_again_when_told_to() {
        server.ticket();
        var made = ada.post(PATH, Map.of("name", "Daily", "kind", "jsonl"));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        String path = PATH + "/" + made.json().get("id").asLong();

        server.awaitHorizon();
        server.hilo().exports().runDue();
        var ran = awaitSuccess(path, true);

        assertThat(ran.at("/last_rows/tickets").asLong()).isEqualTo(1);
        assertThat(ran.get("last_error").isNull()).isTrue();
        assertThat(ran.get("every_minutes").asInt()).isEqualTo(1440);
        assertThat(ran.get("target").asText())
                .isEqualTo("exports/acme/" + ran.get("id").asLong());

        server.ticket();
        server.awaitHorizon();
        assertThat(ada.post(path + "/run", Map.of()).status()).isEqualTo(202);
        server.hilo().exports().runDue();
        var again = awaitSuccess(path, false);
        assertThat(again.at("/last_rows/tickets").asLong()).isEqualTo(1);

        assertThat(ada.delete(path).status()).isEqualTo(204);
        assertThat(ada.get(path).status()).isEqualTo(404);
    }

    private static JsonNode awaitSuccess(String path, boolean whole) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> ada.get(path).json(),
                        e -> !e.get("last_succeeded_at").isNull()
                                && e.get("last_whole").asBoolean() == whole);
    }

    @Test
    void what_went_wrong_is_told_without_the_password() {
        var made = ada.post(
                PATH,
                Map.of("name", "Elsewhere", "kind", "postgresql", "url", "postgresql://me:hush-hush@127.0.0.1:1/db"));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        String path = PATH + "/" + made.json().get("id").asLong();

        server.hilo().exports().runDue();
        var failed = await().until(
                        () -> ada.get(path), e -> !e.json().get("last_error").isNull());

        assertThat(failed.json().get("last_error").asText()).contains("127.0.0.1:1");
        assertThat(failed.json().get("state").asText()).isEqualTo("WAITING");
        assertThat(failed.json().get("target").asText()).isEqualTo("127.0.0.1:1/db");
        assertThat(failed.toString()).doesNotContain("hush");
        ada.delete(path);
    }

    @Test
    void what_cannot_be_is_refused() {
        refused(Map.of("name", "x", "kind", "excel"), "kind");
        refused(Map.of("name", "x", "kind", "postgresql"), "url");
        refused(Map.of("name", "x", "kind", "csv", "url", "postgresql://a:b@c/d"), "url");
        refused(Map.of("name", "x", "kind", "csv", "every_minutes", 1), "every_minutes");
        for (String url : new String[] {
            "postgresql://a:b@c/d?socketFactory=x", "postgresql://a:b@c,d/e", "jdbc:postgresql://a:b@c/d", "file:///etc"
        }) {
            refused(Map.of("name", "x", "kind", "postgresql", "url", url), "url");
        }
        ada.post(PATH, Map.of("name", "Twice", "kind", "csv", "active", false));
        assertThat(ada.post(PATH, Map.of("name", "twice", "kind", "csv")).status())
                .isEqualTo(409);
        var agent = server.agent("al@acme.test", TicketScope.GLOBAL);
        assertThat(agent.get(PATH).status()).isEqualTo(403);
    }

    private static void refused(Map<String, Object> asked, String field) {
        var reply = ada.post(PATH, asked);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo(field);
    }

    @Test
    void an_address_inside_is_closed_where_webhooks_may_not_go_there() {
        var addresses = new PostgresAddress(false);
        for (String host : new String[] {"127.0.0.1", "10.0.0.1", "[::1]", "169.254.169.254", "localhost"}) {
            try {
                addresses.open("postgresql://a:b@" + host + "/d");
                assertThat(host).isNull();
            } catch (java.net.UnknownHostException e) {
                assertThat(e.getMessage()).contains("public Internet");
            }
        }
    }
}
