package dev.hilo.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.testing.RawHttp;
import dev.hilo.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules at work: on what is written through the API, after the commit. */
class AutomationsTest {

    static final Map<String, Object> BY_AGENT = Map.of("type", 1);
    static final Map<String, Object> BY_SYSTEM = Map.of("type", 4);

    TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    static Map<String, Object> property(String resource, String field, String operator, Object value) {
        return Map.of("resource_type", resource, "field_name", field, "operator", operator, "value", value);
    }

    static Map<String, Object> set(String number, String match, List<Map<String, Object>> properties) {
        return Map.of("name", "condition_set_" + number, "match_type", match, "properties", properties);
    }

    static Map<String, Object> action(String field, Object value) {
        return Map.of("field_name", field, "value", value);
    }

    long rule(int type, String name, Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.put("name", name);
        var reply = server.admin().post("/automations/" + type + "/rules", body);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().get("id").asLong();
    }

    @SafeVarargs
    final long onCreation(String name, Map<String, Object> property, Map<String, Object>... actions) {
        return rule(
                1,
                name,
                Map.of("conditions", List.of(set("1", "all", List.of(property))), "actions", List.of(actions)));
    }

    @SafeVarargs
    final long onStatus(
            String name, Map<String, Object> performer, Object from, Object to, Map<String, Object>... actions) {
        var event = Map.of("field_name", "status", "from", from, "to", to);
        return rule(4, name, Map.of("performer", performer, "events", List.of(event), "actions", List.of(actions)));
    }

    JsonNode ticket(long id) {
        return server.admin().get("/tickets/" + id).json();
    }

    JsonNode awaitTicket(long id, Predicate<JsonNode> condition) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> ticket(id), condition);
    }

    RawHttp raw() {
        return new RawHttp(server.address(), server.adminKey());
    }

    JsonNode runs(long ticketId) {
        return raw().get("/api/hilo/v1/tickets/" + ticketId + "/automation-runs")
                .json();
    }

    /** Waits until every event so far has been followed. */
    void awaitRest() {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> server.database()
                        .read(h -> h.createQuery("""
                                select position >= (select max(id) from events where record <> 'automation_run')
                                from event_cursors where follower = 'automations' and account_id = ?
                                """)
                                .bind(0, server.acme().accountId())
                                .mapTo(boolean.class)
                                .one()));
    }

    static boolean has(JsonNode ticket, String tag) {
        for (var each : ticket.get("tags")) if (each.asText().equals(tag)) return true;
        return false;
    }

    @Test
    void a_rule_of_creation_sets_what_it_says_and_tells_why() {
        long rule = onCreation(
                "Parcels",
                property("ticket", "subject", "contains", "PARCEL"),
                action("priority", 4),
                action("add_tag", List.of("parcel")),
                Map.of(
                        "field_name",
                        "add_note",
                        "note_body",
                        "From {{ticket.requester.email}}: <b>{{ticket.subject}}</b>"));

        long id = server.ticket();
        var ticket = awaitTicket(id, t -> t.get("priority").asInt() == 4);

        assertThat(has(ticket, "parcel")).isTrue();
        var notes = server.admin().get("/tickets/" + id + "/conversations").json();
        assertThat(notes).hasSize(1);
        assertThat(notes.at("/0/body").asText()).contains("From carla@customer.test: <b>Where is my parcel?</b>");
        assertThat(notes.at("/0/automation_id").asLong()).isEqualTo(rule);
        assertThat(notes.at("/0/automation_type_id").asInt()).isEqualTo(1);
        assertThat(notes.at("/0/private").asBoolean()).isTrue();
        assertThat(notes.at("/0/user_id").isNull()).isTrue();
        var run = runs(id).get(0);
        assertThat(run.get("rule_id").asLong()).isEqualTo(rule);
        assertThat(run.get("outcome").asText()).isEqualTo("done");
        assertThat(run.at("/reasons/conditions/0").asText()).isEqualTo("ticket.subject contains PARCEL");
        assertThat(run.at("/actions").findValuesAsText("outcome")).containsExactly("done", "done", "done");
        var actors = server.database()
                .read(h -> h.createQuery(
                                "select actor_kind || ' ' || actor_id || ' ' || cause from events"
                                        + " where ticket_id = ? and type = 'ticket.updated' and after -> 'priority' is not null")
                        .bind(0, id)
                        .mapTo(String.class)
                        .list());
        assertThat(actors)
                .containsExactly("RULE " + rule + " rule " + rule + " event "
                        + run.get("event_id").asText());
        var timeline = raw().get("/api/hilo/v1/tickets/" + id + "/timeline").json();
        assertThat(timeline.findValuesAsText("type")).contains("automation_run.created");
        assertThat(server.admin()
                        .get("/automations/1/rules/" + rule)
                        .json()
                        .get("affected_tickets_count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_new_ticket_meets_the_first_rule_that_fits_or_all_of_them() {
        var fits = property("ticket", "priority", "in", List.of(1));
        onCreation("Does not fit", property("ticket", "priority", "in", List.of(3)), action("add_tag", "zero"));
        onCreation("First", fits, action("add_tag", "one"));
        onCreation("Second", fits, action("add_tag", "two"));

        long first = server.ticket();
        awaitTicket(first, t -> has(t, "one"));
        awaitRest();
        assertThat(ticket(first).get("tags")).hasSize(1);

        assertThat(raw().json("PUT", "/api/hilo/v1/automations/settings", "{\"creation_rules\":\"all\"}")
                        .status())
                .isEqualTo(200);
        long second = server.ticket();
        awaitTicket(second, t -> has(t, "two"));
        assertThat(ticket(second).get("tags")).hasSize(2);
    }

    @Test
    void rules_of_updates_run_all_in_order_each_seeing_what_the_last_has_done() {
        onStatus("Urgent when pending", BY_AGENT, "--", 3, action("priority", 4));
        rule(
                4,
                "Tag the urgent",
                Map.of(
                        "performer", BY_AGENT,
                        "events", List.of(Map.of("field_name", "status")),
                        "conditions",
                                List.of(set("1", "all", List.of(property("ticket", "priority", "in", List.of(4))))),
                        "actions", List.of(action("add_tag", "urgent"))));
        onStatus("Not this one", BY_AGENT, 4, 3, action("add_tag", "wrong"));
        onStatus("Nor this", BY_SYSTEM, "--", 3, action("add_tag", "wrong"));
        long id = server.ticket();

        server.admin().put("/tickets/" + id, Map.of("status", 3));

        var ticket = awaitTicket(id, t -> has(t, "urgent"));
        assertThat(ticket.get("priority").asInt()).isEqualTo(4);
        awaitRest();
        assertThat(ticket(id).get("tags")).hasSize(1);
        assertThat(runs(id).findValuesAsText("rule_name")).containsExactly("Tag the urgent", "Urgent when pending");
        assertThat(runs(id).get(1).at("/reasons/event").asText()).isEqualTo("status from 2 to 3");
    }

    @Test
    void two_sets_of_conditions_look_at_ticket_and_requester() {
        var either = Map.of(
                "conditions",
                List.of(
                        set("1", "all", List.of(property("ticket", "priority", "in", List.of(4)))),
                        set("2", "any", List.of(property("contact", "email", "ends_with", "@customer.test")))),
                "operator",
                "condition_set_1 or condition_set_2",
                "actions",
                List.of(action("add_tag", "either")));
        rule(1, "Either", either);

        awaitTicket(server.ticket(), t -> has(t, "either"));
    }

    @Test
    void rules_that_set_each_other_off_are_stopped() {
        onStatus("Ping", BY_SYSTEM, "--", 2, action("status", 3));
        onStatus("Pong", BY_SYSTEM, "--", 3, action("status", 2));
        onStatus("Start", BY_AGENT, "--", 3, action("status", 2));
        long id = server.ticket();

        server.admin().put("/tickets/" + id, Map.of("status", 3));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> runs(id).findValuesAsText("outcome").contains("stopped"));
        awaitRest();
        var runs = runs(id);
        assertThat(runs).hasSize(Chain.LONGEST + 1);
        assertThat(runs.at("/0/outcome").asText()).isEqualTo("stopped");
        assertThat(runs.at("/0/reasons/stopped").asText()).contains("followed from one another");
    }

    @Test
    void what_is_refused_leaves_the_rest_be() {
        onCreation(
                "Partly",
                property("ticket", "priority", "in", List.of(1)),
                action("add_tag", "kept"),
                Map.of("field_name", "send_email_to_group", "email_subject", "Hi", "email_body", "There"),
                action("priority", 2));

        long id = server.ticket();

        awaitTicket(id, t -> t.get("priority").asInt() == 2 && has(t, "kept"));
        var run = runs(id).get(0);
        assertThat(run.get("outcome").asText()).isEqualTo("partly");
        assertThat(run.get("actions").findValuesAsText("reason")).containsExactly("There is nobody to write to");
    }

    @Test
    void a_reply_and_a_mail_go_to_the_outbox() {
        onCreation(
                "Answer",
                property("ticket", "priority", "in", List.of(1)),
                Map.of("field_name", "add_reply", "email_body", "Dear {{ticket.requester.name}}"),
                Map.of(
                        "field_name", "send_email_to_requester",
                        "email_subject", "Your ticket {{ticket.id}}",
                        "email_body", "We have it."));

        long id = server.ticket();

        await().atMost(Duration.ofSeconds(20)).until(() -> runs(id).size() == 1);
        assertThat(runs(id).at("/0/actions").findValuesAsText("outcome")).containsExactly("done", "queued");
        var mails = server.database()
                .read(h -> h.createQuery(
                                "select kind || ' ' || coalesce(subject, '') from outbox where ticket_id = ? order by id")
                        .bind(0, id)
                        .mapTo(String.class)
                        .list());
        assertThat(mails).containsExactly("REPLY ", "NOTIFICATION Your ticket " + id);
        var entries = server.admin().get("/tickets/" + id + "/conversations").json();
        assertThat(entries.findValuesAsText("auto_response")).containsExactly("true", "true");
        assertThat(entries.at("/0/private").asBoolean()).isFalse();
    }

    @Test
    void calls_are_queued_and_made_by_whoever_makes_them() {
        onCreation(
                "Call",
                property("ticket", "priority", "in", List.of(1)),
                Map.of(
                        "field_name", "trigger_webhook",
                        "request_type", "POST",
                        "content_type", "JSON",
                        "content_layout", "1",
                        "url", "https://app.example/{{ticket.id}}?q={{ticket.subject}}",
                        "auth_header", Map.of("username", "u", "password", "p"),
                        "content", Map.of("ticket_subject", "{{ticket.subject}}")));
        long id = server.ticket();
        await().atMost(Duration.ofSeconds(20)).until(() -> runs(id).size() == 1);

        var made = new ArrayList<OneOffCall>();
        server.hilo().sendCalls().through((account, call) -> {
            made.add(call);
            return new CallSender.Outcome(200, null);
        });
        server.hilo().sendCalls().run();
        server.hilo().sendCalls().run();

        assertThat(made).hasSize(1);
        assertThat(made.getFirst().url()).isEqualTo("https://app.example/" + id + "?q=Where+is+my+parcel%3F");
        assertThat(made.getFirst().body())
                .isEqualTo("{\"freshdesk_webhook\":{\"ticket_subject\":\"Where is my parcel?\"}}");
        assertThat(made.getFirst().headers().get("Authorization").asText()).isEqualTo("Basic dTpw");
    }

    @Test
    void each_event_is_answered_once_by_two_nodes() throws Exception {
        onCreation(
                "Once",
                property("ticket", "priority", "in", List.of(1)),
                Map.of("field_name", "add_note", "note_body", "n"));
        var ids = new ArrayList<Long>();
        try (var second = server.another()) {
            for (int i = 0; i < 30; i++) ids.add(server.ticket());
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> runs(ids.getLast()).size() == 1);
            awaitRest();
        }
        for (long id : ids) {
            assertThat(server.admin().get("/tickets/" + id + "/conversations").json())
                    .hasSize(1);
        }
    }

    @Test
    void the_reply_of_a_requester_reopens_the_ticket_and_a_note_does_not() {
        long id = server.ticket();
        server.admin().put("/tickets/" + id, Map.of("status", 4));
        server.admin().post("/tickets/" + id + "/notes", Map.of("body", "n", "incoming", true));
        awaitRest();
        assertThat(ticket(id).get("status").asInt()).isEqualTo(4);

        server.database().run(h -> h.execute("""
                insert into conversations (account_id, ticket_id, body, body_text, incoming, source, category, created_at,
                  updated_at)
                values (?, ?, 'Hello?', 'Hello?', true, 0, 1, now(), now())
                """, server.acme().accountId(), id));

        awaitTicket(id, t -> t.get("status").asInt() == 2);
    }

    @Test
    void a_rule_of_time_acts_once_until_the_ticket_changes() {
        rule(
                3,
                "Old and open",
                Map.of(
                        "conditions",
                        List.of(set(
                                "1",
                                "all",
                                List.of(
                                        property("ticket", "hours_since_created", "greater_than", 24),
                                        property("ticket", "status", "in", List.of(2))))),
                        "actions",
                        List.of(Map.of("field_name", "add_note", "note_body", "It is old"))));
        long old = server.ticket();
        long young = server.ticket();
        server.database()
                .run(h -> h.execute("update tickets set created_at = now() - interval '25 hours' where id = ?", old));

        server.hilo().timeRules().run();
        server.hilo().timeRules().run();
        assertThat(runs(old)).hasSize(1);
        assertThat(runs(young)).isEmpty();

        server.admin().put("/tickets/" + old, Map.of("priority", 2));
        server.hilo().timeRules().run();
        assertThat(runs(old)).hasSize(2);
    }

    @Test
    void a_dry_run_names_the_tickets_and_touches_none() {
        long id = server.ticket();
        long other = server.ticket();
        server.admin().put("/tickets/" + other, Map.of("status", 3));
        var creation = """
                {"automation_type_id":1,"conditions":[{"name":"condition_set_1","match_type":"all","properties":[
                {"resource_type":"ticket","field_name":"status","operator":"in","value":[2]}]}],
                "actions":[{"field_name":"delete_ticket"}]}""";
        var update = """
                {"automation_type_id":4,"performer":{"type":1},"events":[{"field_name":"status","from":"--","to":"--"}],
                "actions":[{"field_name":"delete_ticket"}]}""";

        var created =
                raw().json("POST", "/api/hilo/v1/automations/dry-run", creation).json();
        var updated =
                raw().json("POST", "/api/hilo/v1/automations/dry-run", update).json();

        assertThat(created.get("tickets").findValuesAsText("id")).containsExactly(String.valueOf(id));
        assertThat(created.get("complete").asBoolean()).isTrue();
        assertThat(updated.get("tickets").findValuesAsText("id")).containsExactly(String.valueOf(other));
        assertThat(updated.at("/tickets/0/event").asText()).isEqualTo("status from 2 to 3");
        assertThat(ticket(id).has("deleted")).isFalse();
        assertThat(raw().json("POST", "/api/hilo/v1/automations/dry-run", "{\"automation_type_id\":2}")
                        .status())
                .isEqualTo(400);
    }
}
