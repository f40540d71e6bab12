package dev.hilo.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sentences from the future, planted wherever an agent might look, each of which would answer a replayed ticket. */
class LeaksTest {

    private static final List<String> THINGS = List.of(
            "lamp", "kettle", "sofa", "printer", "bicycle", "fridge", "camera", "piano", "drill", "tent", "radio",
            "oven");
    /** Before a number: no other text holds it. */
    private static final String PLANTED = "xqplant";

    static TestServer server;
    static HiloClient ada;
    static int planted;
    static final Map<String, Long> ASKED = new HashMap<>();

    @BeforeAll
    static void plant() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        long category = id("/solutions/categories", Map.of("name", "Repairs"));
        long folder = id("/solutions/categories/" + category + "/folders", Map.of("name", "All"));
        var before = new ArrayList<Long>();
        for (var thing : THINGS) before.add(article(folder, thing, "To reset the " + thing + " hold its button."));
        for (var thing : THINGS) ASKED.put(thing, ticket(thing, "Question", "How do I reset the " + thing + "?"));
        for (int i = 0; i < THINGS.size(); i++) plant(THINGS.get(i), folder, before.get(i));
        // Asked ten days ago and solved five days ago: today what was answered then is known.
        server.database().run(h -> {
            h.execute("update tickets set created_at = created_at - interval '10 days', status = 5,"
                    + " resolved_at = now() - interval '5 days'");
            h.execute("update conversations set created_at = created_at - interval '10 days'");
        });
    }

    private static void plant(String thing, long folder, long article) {
        long ticket = ASKED.get(thing);
        id("/tickets/" + ticket + "/reply", Map.of("body", sentence(thing)));
        id("/tickets/" + ticket + "/notes", Map.of("body", sentence(thing), "private", false, "incoming", true));
        id("/tickets/" + ticket + "/notes", Map.of("body", sentence(thing)));
        put("/tickets/" + ticket, Map.of("subject", sentence(thing), "description", sentence(thing)));
        put("/solutions/articles/" + article, Map.of("description", sentence(thing)));
        article(folder, thing, sentence(thing));
        long other = ticket(thing, "Problem", "My " + thing + " is stuck since Monday and needs a reset, please help");
        id("/tickets/" + other + "/reply", Map.of("body", sentence(thing)));
    }

    private static String sentence(String thing) {
        return "%s%d: how do you reset the %s? Reset the %s by its red switch."
                .formatted(PLANTED, planted++, thing, thing);
    }

    private static long article(long folder, String thing, String text) {
        return id(
                "/solutions/folders/" + folder + "/articles",
                Map.of("title", "Reset the " + thing, "description", text, "status", 2));
    }

    private static long ticket(String thing, String type, String text) {
        var ticket = new HashMap<String, Object>(
                Map.of("email", thing + "@customer.test", "subject", "Reset the " + thing, "description", text));
        ticket.putAll(Map.of("status", 2, "priority", 1, "type", type));
        return id("/tickets", ticket);
    }

    private static long id(String path, Map<String, ?> body) {
        var made = ada.post(path, body);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().get("id").asLong();
    }

    private static void put(String path, Map<String, ?> body) {
        var changed = ada.put(path, body);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void nothing_planted_in_the_future_is_retrieved_or_quoted() {
        assertThat(planted).isGreaterThanOrEqualTo(60);
        var made = ada.post(SimulationsApiTest.OURS, Map.of("topic", "Question", "gate", 0));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        long id = made.json().get("id").asLong();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> ada.get(SimulationsApiTest.OURS + "/" + id)
                        .json()
                        .get("state")
                        .asText()
                        .equals("DONE"));

        var known = known(id);

        assertThat(known)
                .hasSize(THINGS.size())
                .allSatisfy(text -> assertThat(text).contains("reset the ").doesNotContain(PLANTED));
    }

    /** All that was kept of a run, but for what people really replied. */
    private static List<String> known(long id) {
        return server.database()
                .read(h -> h.createQuery(
                                "select lower((replayed - 'reply')::text) from simulation_cases where account_id = :account"
                                        + " and simulation_id = :id")
                        .bind("account", server.acme().accountId())
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
    }

    /** Otherwise the test above could not fail. */
    @Test
    void what_was_planted_is_found_today() {
        long ticket = ticket("sofa", "Problem", "How do I reset the sofa?");
        var draft = ada.post("/api/hilo/v1/tickets/" + ticket + "/draft", Map.of());
        assertThat(draft.toString().toLowerCase()).contains(PLANTED);
        await().atMost(Duration.ofSeconds(60)).until(() -> plantedReplies() > THINGS.size());
    }

    private static long plantedReplies() {
        return server.database()
                .read(h -> h.createQuery(
                                "select count(*) from passages where source = 'past reply' and text like :planted")
                        .bind("planted", "%" + PLANTED + "%")
                        .mapTo(long.class)
                        .one());
    }
}
