package dev.hilo.answers.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.answers.ScriptedModel;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DraftsApiTest {

    static final String OURS = "/api/hilo/v1";
    static TestServer server;
    static HiloClient ada;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start().withoutReceipts();
        ada = server.admin();
        long category = id("/solutions/categories", Map.of("name", "Help"));
        long folder = id("/solutions/categories/" + category + "/folders", Map.of("name", "Orders", "visibility", 1));
        article(
                folder,
                "How do I return a product?",
                "You have 30 days from delivery to return a product. Go to Account > Orders > Return and choose a reason."
                        + " The refund goes to your original way of payment within five working days. Returns are free.");
        article(
                folder,
                "Where is my parcel?",
                "Parcels take three working days. You find the tracking link of your parcel in your account.");
        long inside = id("/solutions/categories/" + category + "/folders", Map.of("name", "Inside", "visibility", 3));
        article(inside, "Goodwill on returns", "Agents may grant goodwill of 50 euros on a late return of a product.");
    }

    private static void article(long folder, String title, String text) {
        id(
                "/solutions/folders/" + folder + "/articles",
                Map.of("title", title, "description", "<p>" + text + "</p>", "status", 2));
    }

    private static long id(String path, Map<String, Object> body) {
        var created = ada.post(path, body);
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created.json().get("id").asLong();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static long ticket(String subject, String text) {
        return id(
                "/tickets",
                Map.of(
                        "email",
                        "carla@customer.test",
                        "name",
                        "Carla Customer",
                        "subject",
                        subject,
                        "description",
                        text,
                        "status",
                        2,
                        "priority",
                        1));
    }

    private static JsonNode draft(long ticket) {
        var reply = ada.post(OURS + "/tickets/" + ticket + "/draft", (Object) null);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json();
    }

    private static final String RETURN = "How can I return a product that I ordered, and when do I get the refund?";

    @Test
    void a_question_that_an_article_answers_gets_a_cited_draft() {
        long ticket = ticket("Return a product", RETURN);
        assertThat(ada.get(OURS + "/tickets/" + ticket + "/draft").status()).isEqualTo(404);

        var draft = draft(ticket);

        assertThat(draft.get("kind").asText()).isEqualTo("SELECTED");
        assertThat(draft.get("text").asText())
                .startsWith("Hi Carla,")
                .contains("30 days")
                .endsWith("Ada Admin");
        assertThat(draft.get("html").asText()).startsWith("<div>Hi Carla,<br><br>");
        assertThat(draft.at("/lines/0/passages/0").asInt()).isEqualTo(1);
        assertThat(draft.at("/passages/0/title").asText()).isEqualTo("How do I return a product?");
        assertThat(draft.toString()).doesNotContain("oodwill");
        assertThat(ada.get(OURS + "/tickets/" + ticket + "/draft").json()).isEqualTo(draft);
        assertThat(ada.get(OURS + "/drafts/" + draft.get("id")).json()).isEqualTo(draft);
    }

    @Test
    void what_nothing_answers_is_not_known() {
        var draft = draft(ticket("Lisbon", "Which restaurants are nice for a birthday party with twenty people?"));
        assertThat(draft.get("kind").asText()).isEqualTo("UNKNOWN");
        assertThat(draft.get("text").asText()).isEmpty();
        assertThat(draft.get("why").get(0).asText()).isNotBlank();
        assertThat(draft.get("question").asText()).endsWith("?");
        var accepted = ada.post(OURS + "/drafts/" + draft.get("id") + "/accept", Map.of());
        assertThat(accepted.status()).isEqualTo(409);
    }

    @Test
    void it_is_taken_and_sent_in_one_call() {
        long ticket = ticket("Return a product", RETURN);
        var draft = draft(ticket);
        var accepted = ada.post(OURS + "/drafts/" + draft.get("id") + "/accept", Map.of("send", true));
        assertThat(accepted.json().get("state").asText()).isEqualTo("ACCEPTED");
        var entries = ada.get("/tickets/" + ticket + "/conversations").json();
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).get("id")).isEqualTo(accepted.json().get("conversation_id"));
        assertThat(entries.get(0).get("body_text").asText()).contains("30 days");
        var again = ada.post(OURS + "/drafts/" + draft.get("id") + "/accept", Map.of("send", true));
        assertThat(again.status()).isEqualTo(409);
        assertThat(ada.get("/tickets/" + ticket + "/conversations").json()).hasSize(1);
    }

    @Test
    void what_was_changed_in_it_is_kept() {
        var draft = draft(ticket("Return a product", RETURN));
        String changed = draft.get("text").asText().replace("30 days", "60 days, as it is Christmas,");
        var edited = ada.post(OURS + "/drafts/" + draft.get("id") + "/edit", Map.of("body", changed))
                .json();
        assertThat(edited.get("state").asText()).isEqualTo("EDITED");
        assertThat(edited.at("/difference/kept").asDouble()).isBetween(0.5, 0.99);
        assertThat(edited.at("/difference/runs").toString())
                .contains("{\"out\":\"30 days\"}", "{\"in\":\"60 days, as it is Christmas,\"}");
    }

    @Test
    void it_is_refused_with_a_reason_and_a_new_one_takes_the_place_of_the_old() {
        long ticket = ticket("Return a product", RETURN);
        var first = draft(ticket);
        var second = draft(ticket);
        assertThat(ada.get(OURS + "/drafts/" + first.get("id"))
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("WITHDRAWN");
        var refused = ada.post(OURS + "/drafts/" + second.get("id") + "/refuse", Map.of("reason", "Too long"))
                .json();
        assertThat(refused.get("state").asText()).isEqualTo("REFUSED");
        assertThat(refused.get("reason").asText()).isEqualTo("Too long");
        assertThat(ada.get(OURS + "/tickets/" + ticket + "/draft").status()).isEqualTo(404);
        var events = ada.get(OURS + "/tickets/" + ticket + "/timeline").text();
        assertThat(events).contains("draft.created", "\"REFUSED\"").doesNotContain("30 days");
    }

    @Test
    void passages_that_people_found_of_no_help_are_left_out() {
        for (int i = 0; i < 2; i++) {
            var draft = draft(ticket("Parcel", "Where is my parcel, and what about the tracking link?"));
            assertThat(draft.get("text").asText()).contains("three working days");
            var marked = ada.post(
                    OURS + "/drafts/" + draft.get("id") + "/passages",
                    Map.of("passage", draft.at("/passages/0/id").asText(), "helpful", false));
            assertThat(marked.status()).as(marked.toString()).isEqualTo(204);
        }
        assertThat(draft(ticket("Parcel", "Where is my parcel, and what about the tracking link?"))
                        .get("text")
                        .asText())
                .doesNotContain("three working days");
        var draft = draft(ticket("Return a product", RETURN));
        var unknown =
                ada.post(OURS + "/drafts/" + draft.get("id") + "/passages", Map.of("passage", "no", "helpful", true));
        assertThat(unknown.status()).isEqualTo(400);
    }

    @Test
    void it_comes_as_a_stream_to_who_asks_for_one() {
        long ticket = ticket("Return a product", RETURN);
        var raw = new RawHttp(server.address(), server.adminKey());
        var stream = raw.call("POST", OURS + "/tickets/" + ticket + "/draft", Map.of("Accept", "text/event-stream"));
        assertThat(stream.status()).isEqualTo(200);
        var events = stream.text()
                .lines()
                .filter(l -> l.startsWith("event: "))
                .map(l -> l.substring(7))
                .toList();
        assertThat(events.getFirst()).isEqualTo("reading");
        assertThat(events.getLast()).isEqualTo("draft");
        assertThat(events).contains("passages", "line");
        var missing = raw.call("POST", OURS + "/tickets/99999/draft", Map.of("Accept", "text/event-stream"));
        assertThat(missing.status()).isEqualTo(404);
    }

    @Test
    void a_model_writes_it_and_what_it_makes_up_is_dropped() throws Exception {
        try (var model = new ScriptedModel()) {
            ada.put(OURS + "/ai/model", Map.of("provider", "openai", "address", model.address() + "/v1", "model", "m"));
            model.script = prompt ->
                    "{\"answered\":true,\"sentences\":[{\"text\":\"You have 30 days from delivery to return it.\","
                            + "\"passages\":[1]},{\"text\":\"You also get a voucher of 1,000 dollars.\",\"passages\":[1]}]}";
            var draft = draft(ticket("Return a product", RETURN + " I am at carla@customer.test, +34 612 345 678."));

            assertThat(draft.get("kind").asText()).isEqualTo("WRITTEN");
            assertThat(draft.get("text").asText()).contains("30 days").doesNotContain("voucher");
            assertThat(draft.at("/dropped/0/reason").asText()).isEqualTo("number");
            assertThat(model.asked.getFirst().prompt()).doesNotContain("carla@customer.test", "612", "Carla");

            model.status = 500;
            assertThat(draft(ticket("Return a product", RETURN)).get("kind").asText())
                    .isEqualTo("SELECTED");
        } finally {
            ada.delete(OURS + "/ai/model");
        }
    }

    @Test
    void whoever_does_not_see_a_ticket_gets_no_draft_of_it() {
        var restricted = server.agent("rita@acme.test", TicketScope.RESTRICTED);
        long ticket = ticket("Return a product", RETURN);
        var draft = draft(ticket);
        for (String path : List.of("/tickets/" + ticket + "/draft", "/drafts/" + draft.get("id"))) {
            assertThat(restricted.get(OURS + path).status()).as(path).isEqualTo(404);
        }
        assertThat(restricted
                        .post(OURS + "/tickets/" + ticket + "/draft", (Object) null)
                        .status())
                .isEqualTo(404);
        for (String verb : List.of("accept", "refuse")) {
            assertThat(restricted
                            .post(OURS + "/drafts/" + draft.get("id") + "/" + verb, Map.of())
                            .status())
                    .as(verb)
                    .isEqualTo(404);
        }
    }
}
