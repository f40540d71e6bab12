package dev.hilo.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SurveysApiTest {

    static TestServer server;
    static HiloClient ada;
    static long ticket;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        ticket = ada.post(
                        "/tickets",
                        Map.of("subject", "s", "description", "d", "email", "c@x.test", "status", 5, "priority", 1))
                .json()
                .get("id")
                .asLong();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void a_rating_becomes_an_entry_and_leaves_a_closed_ticket_closed() {
        var rated = ada.post(
                "/tickets/" + ticket + "/satisfaction_ratings",
                Map.of("feedback", "Quick and kind.", "ratings", Map.of("default_question", 103)));

        assertThat(rated.status()).as(rated.toString()).isEqualTo(201);
        assertThat(rated.json().get("ratings").get("default_question").asInt()).isEqualTo(103);
        var entry = ada.get("/tickets/" + ticket + "/conversations").json().get(0);
        assertThat(entry.get("source").asInt()).isEqualTo(6);
        assertThat(entry.get("category").asInt()).isEqualTo(7);
        assertThat(entry.get("to_emails").isNull()).isTrue();
        var view = ada.get("/tickets/" + ticket + "?include=stats").json();
        assertThat(view.get("status").asInt()).isEqualTo(5);
        assertThat(view.get("stats").get("requester_responded_at").isNull()).isFalse();
        assertThat(ada.get("/tickets/" + ticket + "/satisfaction_ratings").json())
                .isNotEmpty();
        assertThat(ada.get("/surveys/satisfaction_ratings?created_since=2020-01-01T00:00:00Z")
                        .json())
                .isNotEmpty();
    }

    @Test
    void what_is_no_rating_is_refused() {
        var path = "/tickets/" + ticket + "/satisfaction_ratings";
        assertThat(ada.post(path, Map.of("ratings", Map.of("default_question", 7)))
                        .status())
                .isEqualTo(400);
        assertThat(ada.post(path, Map.of("ratings", Map.of("other", 103))).status())
                .isEqualTo(400);
        assertThat(ada.post(path, Map.of("ratings", Map.of())).status()).isEqualTo(400);
    }

    @Test
    void a_new_account_has_an_active_survey() {
        assertThat(ada.get("/surveys?state=active")
                        .json()
                        .get(0)
                        .get("questions")
                        .get(0)
                        .get("id")
                        .asText())
                .isEqualTo("default_question");
    }
}
