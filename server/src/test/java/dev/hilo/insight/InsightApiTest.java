package dev.hilo.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.testing.Browser;
import dev.hilo.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InsightApiTest {

    private static final List<String> REFUNDS = List.of(
            "I want my money back for the broken lamp",
            "Please refund order %d, I sent it back",
            "When will I get the refund of my payment?",
            "You charged me twice, give one payment back");
    private static final List<String> LOGINS = List.of(
            "I cannot log in to my account any more",
            "The password reset mail does not arrive",
            "My login code is refused on the phone",
            "How do I change the password of account %d?");

    static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start().withoutReceipts();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void nothingIsReadUntilAnAdministratorWantsIt() {
        server.admin().put("/api/hilo/v1/insight/settings", Map.of("enabled", false));
        assertThat(hilo("/insight/settings").toString()).isEqualTo("{\"enabled\":false,\"languages\":[]}");
        long unread = ticket("Hello", "This is terrible", 1);

        awaitFollower();
        enable();
        long read = ticket("Hello", "This is terrible", 1);

        reading(read);
        assertThat(hilo("/tickets/" + unread + "/insight").get("messages")).isEmpty();
    }

    @Test
    void anIncomingMessageIsReadAndAnAgentsNoteIsNot() {
        enable();
        long ticket = ticket(
                "Order 48213 is late",
                "I am furious! I have been waiting for three weeks, this is urgent. Let me speak to a person about my $49.90.",
                1);

        var reading = reading(ticket);
        assertThat(reading.at("/language/value").asText()).isEqualTo("en");
        assertThat(reading.at("/sentiment/value").asText()).isEqualTo("negative");
        assertThat(reading.at("/sentiment/confidence").asDouble()).isBetween(0.5, 1.0);
        assertThat(reading.get("urgency").asText()).isEqualTo("high");
        assertThat(reading.get("asks_for_person").asBoolean()).isTrue();
        assertThat(reading.get("automatic").isNull()).isTrue();
        assertThat(reading.get("entities").findValuesAsText("value")).containsExactly("48213", "49.90");

        server.admin().post("/tickets/" + ticket + "/notes", Map.of("body", "An angry one"));
        var answer = server.admin()
                .post("/tickets/" + ticket + "/notes", Map.of("body", "Thank you, all is well now!", "incoming", true))
                .json();
        var messages = await().atMost(Duration.ofSeconds(20))
                .until(() -> hilo("/tickets/" + ticket + "/insight").get("messages"), all -> all.size() == 2);
        assertThat(messages.get(0).get("conversation_id")).isEqualTo(answer.get("id"));
        assertThat(messages.get(0).at("/reading/sentiment/value").asText()).isEqualTo("positive");
        assertThat(messages.get(1).get("conversation_id").isNull()).isTrue();
    }

    @Test
    void whatTicketsWereGivenIsLearntAndSuggestedWithItsReasons() {
        enable();
        for (int i = 0; i < 16; i++) {
            ticket("Refund", REFUNDS.get(i % 4).formatted(1000 + i), 3, "refund");
            ticket("Log-in", LOGINS.get(i % 4).formatted(1000 + i), 1, "login");
        }
        var topic = server.admin()
                .post("/api/hilo/v1/insight/topics", topicBody("Money", "Payments and refunds", REFUNDS))
                .json();
        server.admin().post("/api/hilo/v1/insight/topics", topicBody("Access", "Accounts and passwords", LOGINS));
        var job = server.awaitJob(server.admin().post("/api/hilo/v1/insight/training", Map.of()));
        assertThat(
                        job.at("/data/trained").isMissingNode()
                                ? job.toString()
                                : job.at("/data/trained").toString())
                .contains("priority en", "topic en", "tag refund en");

        var classifiers = hilo("/insight/classifiers?per_page=100");
        var priority = find(classifiers, "target", "priority");
        assertThat(priority.at("/quality/held_out").asInt()).isGreaterThanOrEqualTo(32);
        assertThat(priority.at("/quality/reliability")).isNotEmpty();

        var read = server.admin()
                .post(
                        "/api/hilo/v1/insight/read",
                        Map.of("text", "Give me back what I paid for the lamp, a refund please"))
                .json();
        var suggested = find(read.get("suggestions"), "target", "priority");
        assertThat(suggested.get("value").asText()).isEqualTo("3");
        assertThat(suggested.get("classifier")).isEqualTo(priority.get("id"));
        assertThat(find(read.get("suggestions"), "target", "topic")
                        .at("/guesses/0/label")
                        .asText())
                .isEqualTo("Money");
        assertThat(read.get("tags").findValuesAsText("label")).containsExactly("refund");
        assertThat(read.at("/similar/0/subject").asText()).isEqualTo("Refund");

        long ticket = ticket("Question", "I need another password", 1);
        reading(ticket);
        var put = server.admin()
                .put("/api/hilo/v1/tickets/" + ticket + "/insight/topic", Map.of("topic_id", topic.get("id")));
        assertThat(put.json().get("topic").asText()).isEqualTo("Money");

        thePanelShowsAndApplies();

        server.awaitJob(server.admin().post("/api/hilo/v1/insight/training", Map.of()));
        var newer = find(hilo("/insight/classifiers?per_page=100"), "target", "priority");
        assertThat(newer.get("id")).isNotEqualTo(priority.get("id"));
        var back = server.admin()
                .put("/api/hilo/v1/insight/classifiers/" + priority.get("id").asText() + "/use");
        assertThat(back.json().get("in_use").asBoolean()).isTrue();
        assertThat(hilo("/insight/classifiers/" + newer.get("id").asText())
                        .get("in_use")
                        .asBoolean())
                .isFalse();
    }

    /** One click gives the ticket what is suggested; the past tickets beside are the reason. */
    private static void thePanelShowsAndApplies() {
        long ticket = ticket("Refund", "I want my money back for the lamp of order 48213, this is terrible", 1);
        reading(ticket);
        var browser = Browser.admin(server);
        assertThat(browser.page("/tickets/" + ticket)).contains("hx-get=\"/tickets/" + ticket + "/insight\"");

        String path = "/tickets/" + ticket + "/insight";
        assertThat(browser.get(path).body())
                .contains("English", "Negative", "name=\"priority\" value=\"3\"", "name=\"addTags\" value=\"refund\"")
                .contains("name=\"topic\" value=\"Money\"", "Because of these past tickets", "48213");

        assertThat(browser.post(path + "/topic", Map.of("topic", "Money")).body())
                .contains("<dd>Money</dd>");
        assertThat(hilo("/tickets/" + ticket + "/insight").get("topic").asText())
                .isEqualTo("Money");
        assertThat(browser.post(path + "/topic", Map.of("topic", "No such topic"))
                        .statusCode())
                .isEqualTo(404);
        browser.post("/tickets/" + ticket + "/change", Map.of("addTags", "refund"));
        assertThat(browser.get(path).body()).contains("The ticket has it");
    }

    @Test
    void anAgentSeesNoReasonThatIsOutOfSight() {
        enable();
        var narrow = server.agent("eve@acme.test", TicketScope.RESTRICTED, "Agent");
        long ticket = ticket("Hello", "Where is it?", 1);
        reading(ticket);

        assertThat(narrow.get("/api/hilo/v1/tickets/" + ticket + "/insight").status())
                .isEqualTo(404);
        var read = narrow.post("/api/hilo/v1/insight/read", Map.of("text", "Where is it?"))
                .json();
        assertThat(read.get("similar")).isEmpty();
        assertThat(narrow.put("/api/hilo/v1/insight/settings", Map.of("enabled", false))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void topicsAreNamedOnceAndChecked() {
        var first = server.admin().post("/api/hilo/v1/insight/topics", topicBody("Shipping", "Parcels", List.of()));
        assertThat(first.status()).isEqualTo(201);
        assertThat(server.admin()
                        .post("/api/hilo/v1/insight/topics", topicBody("shipping", "", List.of()))
                        .status())
                .isEqualTo(409);
        assertThat(server.admin()
                        .post("/api/hilo/v1/insight/topics", topicBody(" ", "", List.of(" ")))
                        .json()
                        .get("errors"))
                .hasSize(2);
        var id = first.json().get("id").asText();
        var other = server.admin()
                .post("/api/hilo/v1/insight/topics", topicBody("Other", "", List.of()))
                .json();
        assertThat(server.admin()
                        .put(
                                "/api/hilo/v1/insight/topics/" + other.get("id").asText(),
                                topicBody("SHIPPING", "", List.of()))
                        .status())
                .isEqualTo(409);
        assertThat(server.admin().delete("/api/hilo/v1/insight/topics/" + id).status())
                .isEqualTo(204);
        assertThat(server.admin().get("/api/hilo/v1/insight/topics/" + id).status())
                .isEqualTo(404);
        assertThat(server.admin()
                        .put("/api/hilo/v1/insight/settings", Map.of("enabled", true, "languages", List.of("klingon")))
                        .status())
                .isEqualTo(400);
    }

    private static Map<String, Object> topicBody(String name, String description, List<String> examples) {
        return Map.of("name", name, "description", description, "examples", examples);
    }

    private static void enable() {
        var on = server.admin().put("/api/hilo/v1/insight/settings", Map.of("enabled", true));
        assertThat(on.status()).as(on.toString()).isEqualTo(200);
    }

    private static long ticket(String subject, String text, int priority, String... tags) {
        var body = Map.of(
                "email",
                "carla@customer.test",
                "subject",
                subject,
                "description",
                text,
                "status",
                2,
                "priority",
                priority,
                "tags",
                List.of(tags));
        var made = server.admin().post("/tickets", body);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().get("id").asLong();
    }

    private static void awaitFollower() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> server.database()
                        .read(h -> h.createQuery("""
                        select position >= (select max(id) from events e where e.account_id = c.account_id)
                        from event_cursors c where account_id = ? and follower = 'insight'""")
                                .bind(0, server.acme().accountId())
                                .mapTo(boolean.class)
                                .one()));
    }

    private static JsonNode reading(long ticket) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> hilo("/tickets/" + ticket + "/insight").at("/messages/0/reading"),
                        r -> !r.isMissingNode());
    }

    private static JsonNode find(JsonNode all, String field, String value) {
        for (var each : all) if (each.path(field).asText().equals(value)) return each;
        throw new AssertionError("No " + field + " " + value + " in " + all);
    }

    private static JsonNode hilo(String path) {
        return server.admin().get("/api/hilo/v1" + path).json();
    }
}
