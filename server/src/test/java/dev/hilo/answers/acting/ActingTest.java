package dev.hilo.answers.acting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.Browser;
import dev.hilo.testing.TestServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ActingTest {

    static final String OURS = "/api/hilo/v1";
    static final String RETURN = "How can I return a product that I ordered, and when do I get the refund?";
    static TestServer server;
    static HiloClient ada;
    static long agent;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start().withoutReceipts();
        ada = server.admin();
        agent = ada.get("/agents/me").json().get("id").asLong();
        long category = id("/solutions/categories", Map.of("name", "Help"));
        long folder = id("/solutions/categories/" + category + "/folders", Map.of("name", "Orders", "visibility", 1));
        long spanish = id(
                "/solutions/folders/" + folder + "/articles",
                Map.of("title", "Returns", "description", "x", "status", 1));
        id(
                "/solutions/articles/" + spanish + "/es",
                Map.of(
                        "title",
                        "¿Cómo devuelvo un producto?",
                        "description",
                        "<p>Tienes 30 días desde la entrega para devolver un producto. Entra en tu cuenta y elige un"
                                + " motivo. El reembolso va al mismo medio de pago.</p>",
                        "status",
                        2));
        id(
                "/solutions/folders/" + folder + "/articles",
                Map.of(
                        "title",
                        "How do I return a product?",
                        "description",
                        "<p>You have 30 days from delivery to return a product. Go to Account and choose a reason."
                                + " The refund goes to your original way of payment. Returns are free.</p>",
                        "status",
                        2));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @AfterEach
    void off() {
        ada.post(OURS + "/ai/stop", (Object) null);
        server.database().run(h -> h.execute("delete from ai_settings"));
    }

    private static long id(String path, Map<String, Object> body) {
        var created = ada.post(path, body);
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created.json().get("id").asLong();
    }

    private static void settings(Map<String, Object> more) {
        var asked = new HashMap<String, Object>(
                Map.of("active", true, "agent_id", agent, "gate", 0.3, "hours_only", false, "most_per_hour", 1000));
        asked.putAll(more);
        var saved = ada.put(OURS + "/ai/settings", asked);
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
    }

    private static long ticket(String text, Map<String, Object> more) {
        var asked = new HashMap<String, Object>(Map.of(
                "email",
                "carla@customer.test",
                "name",
                "Carla Customer",
                "subject",
                "A question",
                "description",
                text,
                "status",
                2,
                "priority",
                1));
        asked.putAll(more);
        return id("/tickets", asked);
    }

    private static JsonNode action(long ticket) {
        return await("an action on " + ticket)
                .atMost(Duration.ofSeconds(60))
                .until(() -> actions(ticket), list -> !list.isEmpty())
                .get(0);
    }

    private static JsonNode actions(long ticket) {
        return ada.get(OURS + "/tickets/" + ticket + "/ai-actions").json();
    }

    private static JsonNode entries(long ticket) {
        return ada.get("/tickets/" + ticket + "/conversations").json();
    }

    @Test
    void nothing_is_done_until_it_is_allowed() {
        assertThat(ada.get(OURS + "/ai/settings").json().get("mode").asText()).isEqualTo("off");
        long before = ticket(RETURN, Map.of());
        settings(Map.of("mode", "composer"));
        long after = ticket(RETURN, Map.of());

        assertThat(action(after).get("did").asText()).isEqualTo("COMPOSER");
        assertThat(actions(before)).isEmpty();
        assertThat(ada.get(OURS + "/tickets/" + before + "/draft").status()).isEqualTo(404);
    }

    @Test
    void in_the_composer_a_draft_waits_and_the_timeline_says_why() {
        settings(Map.of("mode", "composer"));
        long ticket = ticket(RETURN, Map.of());
        var action = action(ticket);
        var draft = ada.get(OURS + "/tickets/" + ticket + "/draft").json();
        assertThat(draft.get("id")).isEqualTo(action.get("draft_id"));
        assertThat(draft.get("agent_id").isNull()).isTrue();
        assertThat(action.at("/card/read/0/title").asText()).isEqualTo("How do I return a product?");
        assertThat(action.at("/card/version").asText()).isNotEmpty();
        assertThat(entries(ticket)).isEmpty();
        var timeline = ada.get(OURS + "/tickets/" + ticket + "/timeline").text();
        assertThat(timeline).contains("\"ai_action.created\"", "\"kind\":\"AI\"", "ai event " + action.get("event_id"));

        var undone = ada.post(OURS + "/ai/actions/" + action.get("id") + "/undo", (Object) null)
                .json();
        assertThat(undone.get("state").asText()).isEqualTo("UNDONE");
        assertThat(ada.get(OURS + "/tickets/" + ticket + "/draft").status()).isEqualTo(404);
    }

    @Test
    void a_note_is_private_stands_in_the_agents_name_and_can_be_undone() {
        settings(Map.of("mode", "note"));
        long ticket = ticket(RETURN, Map.of());
        var action = action(ticket);
        var note = entries(ticket).get(0);
        assertThat(note.get("private").asBoolean()).isTrue();
        assertThat(note.get("user_id").asLong()).isEqualTo(agent);
        assertThat(note.get("body_text").asText()).contains("30 days", "How do I return a product?");

        ada.post(OURS + "/ai/actions/" + action.get("id") + "/undo", (Object) null);
        assertThat(entries(ticket)).isEmpty();
        var again = ada.post(OURS + "/ai/actions/" + action.get("id") + "/undo", (Object) null);
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void the_tickets_page_shows_the_reasons_and_takes_it_back_with_one_click() {
        settings(Map.of("mode", "note"));
        long ticket = ticket(RETURN, Map.of());
        long action = action(ticket).get("id").asLong();
        var browser = Browser.admin(server);
        var card = Jsoup.parse(browser.page("/tickets/" + ticket)).selectFirst("#reason-" + action);
        assertThat(card.text())
                .contains("wrote a note with a draft", "Selected from “How do I return a product?”", "Undo")
                .contains("What was read", "30 %");
        var undone = browser.post("/ai/actions/" + action + "/undo", Map.of());
        assertThat(undone.body()).contains("undone").doesNotContain("/undo");
        assertThat(entries(ticket)).isEmpty();
        assertThat(browser.page("/ai/actions/" + action)).contains("Undone by", "Ada");
        assertThat(browser.get("/ai/actions/1").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_found_by_words_alone_is_never_sent() {
        settings(Map.of("mode", "reply"));
        long ticket =
                ticket("¿Cómo puedo devolver un producto que he comprado, y cuándo recibo el reembolso?", Map.of());
        var action = action(ticket);
        assertThat(action.get("did").asText()).isEqualTo("COMPOSER");
        assertThat(action.at("/card/why").toString()).contains("Not sure enough");
        assertThat(entries(ticket)).isEmpty();
    }

    @Test
    void a_reply_goes_out_in_the_agents_name_and_stays() {
        settings(Map.of("mode", "reply"));
        long ticket = ticket(RETURN, Map.of());
        var action = action(ticket);
        assertThat(action.get("did").asText()).as(action.toString()).isEqualTo("REPLY");
        assertThat(action.get("state").asText()).isEqualTo("DONE");
        var reply = entries(ticket).get(0);
        assertThat(reply.get("private").asBoolean()).isFalse();
        assertThat(reply.get("user_id").asLong()).isEqualTo(agent);
        assertThat(reply.get("body_text").asText()).contains("30 days");
        assertThat(ada.get(OURS + "/drafts/" + action.get("draft_id"))
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("ACCEPTED");
        var undo = ada.post(OURS + "/ai/actions/" + action.get("id") + "/undo", (Object) null);
        assertThat(undo.status()).isEqualTo(409);
    }

    @Test
    void outside_of_working_hours_a_draft_waits_instead() {
        server.database().run(h -> h.execute("update business_hours set hours = '{}'"));
        server.hilo().calendars().forget(server.acme().accountId());
        settings(Map.of("mode", "reply", "hours_only", true));
        var action = action(ticket(RETURN, Map.of()));
        assertThat(action.get("did").asText()).isEqualTo("COMPOSER");
        assertThat(action.at("/card/why").toString()).contains("Outside of working hours");
    }

    @Test
    void a_delayed_reply_waits_may_be_stopped_and_goes_out_when_its_time_has_come() {
        settings(Map.of("mode", "delayed", "delay_seconds", 600));
        long stopped = ticket(RETURN, Map.of());
        long overtaken = ticket(RETURN, Map.of());
        long taken = ticket(RETURN, Map.of());
        long sent = ticket(RETURN, Map.of());
        for (long ticket : new long[] {stopped, overtaken, taken, sent}) {
            assertThat(action(ticket).get("state").asText()).isEqualTo("WAITING");
            assertThat(entries(ticket)).isEmpty();
        }
        ada.post(OURS + "/ai/actions/" + action(stopped).get("id") + "/stop", (Object) null);
        ada.post("/tickets/" + overtaken + "/reply", Map.of("body", "I am on it."));
        ada.post(OURS + "/drafts/" + action(taken).get("draft_id") + "/refuse", Map.of());

        server.database().run(h -> h.execute("update ai_actions set due_at = now() where state = 'WAITING'"));

        await().until(() -> entries(sent).size() == 1);
        await().until(() -> !action(overtaken).get("state").asText().equals("WAITING")
                && !action(taken).get("state").asText().equals("WAITING"));
        assertThat(action(sent).get("conversation_id"))
                .isEqualTo(entries(sent).get(0).get("id"));
        assertThat(action(overtaken).at("/card/stopped").asText()).contains("wrote meanwhile");
        assertThat(action(taken).at("/card/stopped").asText()).contains("taken the draft");
        assertThat(entries(overtaken)).hasSize(1);
        assertThat(entries(stopped)).isEmpty();
        assertThat(entries(taken)).isEmpty();
    }

    @Test
    void the_one_switch_stops_what_waits_and_what_comes() {
        settings(Map.of("mode", "delayed"));
        long ticket = ticket(RETURN, Map.of());
        assertThat(action(ticket).get("state").asText()).isEqualTo("WAITING");
        assertThat(ada.post(OURS + "/ai/stop", (Object) null)
                        .json()
                        .get("stopped_replies")
                        .asInt())
                .isEqualTo(1);
        assertThat(action(ticket).get("state").asText()).isEqualTo("STOPPED");
        assertThat(ada.get(OURS + "/ai/settings").json().get("active").asBoolean())
                .isFalse();
    }

    @Test
    void who_asks_for_a_person_gets_one_with_a_summary_and_the_routing_can_be_undone() {
        settings(Map.of("mode", "reply", "handover_tag", "person"));
        long ticket = ticket("This is the third time that I write. I want to speak to a human please.", Map.of());
        var action = action(ticket);
        assertThat(action.get("did").asText()).isEqualTo("HANDOVER");
        assertThat(entries(ticket).get(0).get("body_text").asText()).contains("hands this over", "third time");
        assertThat(entries(ticket).get(0).get("private").asBoolean()).isTrue();
        assertThat(ada.get("/tickets/" + ticket).json().get("tags").toString()).isEqualTo("[\"person\"]");

        ada.post(OURS + "/ai/actions/" + action.get("id") + "/undo", (Object) null);
        assertThat(ada.get("/tickets/" + ticket).json().get("tags").toString()).isEqualTo("[]");
        assertThat(entries(ticket)).isEmpty();
    }

    @Test
    void excluded_tags_words_customers_and_the_hours_limit_keep_it_still() {
        settings(Map.of("mode", "composer", "excluded_tags", List.of("VIP"), "excluded_words", List.of("lawyer")));
        assertThat(action(ticket(RETURN, Map.of("tags", List.of("vip"))))
                        .at("/card/why/0")
                        .asText())
                .contains("VIP");
        assertThat(action(ticket(RETURN + " Or I call my lawyer!", Map.of()))
                        .at("/card/why/0")
                        .asText())
                .contains("lawyer");
        long customer = ada.get("/tickets/" + ticket(RETURN, Map.of("tags", List.of("vip"))))
                .json()
                .get("requester_id")
                .asLong();
        settings(Map.of("mode", "composer", "excluded_contacts", List.of(customer)));
        assertThat(action(ticket(RETURN, Map.of())).at("/card/why/0").asText()).contains("customer is excluded");
        settings(Map.of("mode", "composer", "excluded_contacts", List.of(), "most_per_hour", 0));
        var still = action(ticket(RETURN, Map.of("email", "dora@parcel.test")));
        assertThat(still.get("did").asText()).isEqualTo("NOTHING");
        assertThat(still.at("/card/why/0").asText()).contains("limit of an hour");
    }

    @Test
    void a_topic_has_a_mode_of_its_own() {
        settings(
                Map.of("mode", "off", "topics", List.of(Map.of("topic", "Question", "mode", "composer", "gate", 0.2))));
        long other = ticket(RETURN, Map.of("type", "Problem"));
        long question = ticket(RETURN, Map.of("type", "Question"));
        assertThat(action(question).at("/card/gate").asDouble()).isEqualTo(0.2);
        assertThat(actions(other)).isEmpty();
    }

    @Test
    void called_in_a_note_it_drafts_sums_up_or_answers_the_team() {
        settings(Map.of("mode", "off"));
        long ticket = ticket(RETURN, Map.of());
        ada.post("/tickets/" + ticket + "/notes", Map.of("body", "<p>@hilo summary please</p>"));
        assertThat(action(ticket).get("did").asText()).isEqualTo("SUMMARY");
        assertThat(entries(ticket).get(1).get("body_text").asText()).contains("In short", "return a product");

        long second = ticket("Hello there", Map.of());
        ada.post(
                "/tickets/" + second + "/notes",
                Map.of("body", "@Hilo how do customers return a product and get a refund?"));
        assertThat(action(second).get("did").asText()).isEqualTo("NOTE");
        assertThat(entries(second).get(1).get("body_text").asText()).contains("30 days");

        long third = ticket(RETURN, Map.of());
        ada.post("/tickets/" + third + "/notes", Map.of("body", "@hilo"));
        assertThat(action(third).get("did").asText()).isEqualTo("COMPOSER");
        assertThat(entries(third)).hasSize(1);

        long fourth = ticket(RETURN, Map.of());
        ada.post("/tickets/" + fourth + "/notes", Map.of("body", "write to me@hilo.test"));
        ada.post("/tickets/" + fourth + "/reply", Map.of("body", "@hilo"));
        ada.post("/tickets/" + third + "/notes", Map.of("body", "@hilo"));
        await().until(() -> actions(third).size() == 2);
        assertThat(actions(fourth)).isEmpty();
    }

    @Test
    void an_event_is_answered_once_whoever_takes_it() throws Exception {
        settings(Map.of("mode", "note"));
        var another = server.another();
        try {
            long[] tickets = new long[6];
            for (int i = 0; i < tickets.length; i++) tickets[i] = ticket(RETURN, Map.of());
            for (long ticket : tickets) action(ticket);
            server.database()
                    .run(h -> h.execute("update ai_tasks set state = 'WAITING', due_at = now() - interval '1 hour'"));
            await().until(() -> server.database()
                            .read(h -> h.createQuery(
                                            "select count(*) from ai_tasks where state = 'WAITING' and attempts < 2")
                                    .mapTo(int.class)
                                    .one())
                    == 0);
            for (long ticket : tickets) {
                assertThat(actions(ticket)).hasSize(1);
                assertThat(entries(ticket)).hasSize(1);
            }
        } finally {
            another.close();
        }
    }

    @Test
    void what_cannot_be_is_refused() {
        for (var asked : List.<Map<String, Object>>of(
                Map.of("mode", "reply"),
                Map.of("gate", 2),
                Map.of("mode", "sometimes"),
                Map.of("delay_seconds", 1),
                Map.of("agent_id", 1),
                Map.of("handover_group_id", 1),
                Map.of("excluded_contacts", List.of(1)),
                Map.of("topics", List.of(Map.of("topic", "x"))),
                Map.of("topics", List.of(Map.of("topic", "x", "mode", "note"))),
                Map.of("excluded_words", List.of("")))) {
            var refused = ada.put(OURS + "/ai/settings", asked);
            assertThat(refused.status()).as(asked + refused.toString()).isEqualTo(400);
        }
        assertThat(ada.get(OURS + "/ai/settings").json().get("active").asBoolean())
                .isFalse();
    }
}
