package dev.hilo.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hilo.client.HiloClient;
import dev.hilo.testing.Browser;
import dev.hilo.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShadowsTest {

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

    private static void answered(String type) {
        var ticket = ada.post(
                "/tickets",
                Map.of(
                        "email",
                        "carla@customer.test",
                        "subject",
                        "Where is it?",
                        "description",
                        "I wait for it.",
                        "status",
                        2,
                        "priority",
                        1,
                        "type",
                        type));
        assertThat(ticket.status()).as(ticket.toString()).isEqualTo(201);
        var reply = ada.post(
                "/tickets/" + ticket.json().get("id") + "/reply", Map.of("body", "It is going to arrive on Thursday."));
        assertThat(reply.status()).isEqualTo(201);
    }

    @Test
    void what_people_answer_from_now_on_is_replayed_and_held_against_the_forecast() {
        answered("Question");
        long id = ada.post(SimulationsApiTest.OURS, Map.of()).json().get("id").asLong();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> ada.get(SimulationsApiTest.OURS + "/" + id)
                        .json()
                        .get("state")
                        .asText()
                        .equals("DONE"));
        var path = SimulationsApiTest.OURS + "/" + id + "/shadows";
        assertThat(ada.post(path, Map.of("topic", "No such topic")).status()).isEqualTo(400);
        // In the same second, but before: not of the shadow.
        answered("Question");
        var shadow = ada.post(path, Map.of("topic", "Question", "gate", 0.5));
        assertThat(shadow.status()).as(shadow.toString()).isEqualTo(201);

        answered("Question");
        answered("Problem");
        server.hilo().shadows().runAll();
        answered("Question");
        server.hilo().shadows().runAll();

        var told = ada.get(path).json().get(0);
        assertThat(told.at("/forecast/tickets").asInt()).isEqualTo(1);
        assertThat(told.at("/outcome/tickets").asInt()).isEqualTo(2);
        assertThat(told.at("/simulation/state").asText()).isEqualTo("RUNNING");
        var browser = Browser.admin(server);
        assertThat(browser.page("/simulations/" + id)).contains("In the shadow").contains("Forecast");
        var ended = "/simulations/" + shadow.json().get("id").asLong();
        assertThat(browser.post(ended + "/cancel", Map.of()).statusCode()).isEqualTo(303);
        answered("Question");
        server.hilo().shadows().runAll();
        assertThat(ada.get(path).json().at("/0/outcome/tickets").asInt()).isEqualTo(2);
    }
}
