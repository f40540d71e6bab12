package dev.hilo.automations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.client.Reply;
import dev.hilo.testing.TestServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RulesApiTest {

    static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    static Map<String, Object> urgent(String name) {
        var property =
                Map.of("resource_type", "ticket", "field_name", "priority", "operator", "in", "value", List.of(4));
        var set = Map.of("name", "condition_set_1", "match_type", "all", "properties", List.of(property));
        var action = Map.of("field_name", "priority", "value", 3);
        return new HashMap<>(Map.of("name", name, "conditions", List.of(set), "actions", List.of(action)));
    }

    private static JsonNode created(int type, Map<String, Object> body) {
        var reply = server.admin().post("/automations/" + type + "/rules", body);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json();
    }

    private static List<String> codes(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        var codes = new ArrayList<String>();
        for (var error : reply.json().get("errors")) {
            codes.add(error.get("field").asText() + " " + error.get("code").asText());
        }
        return codes;
    }

    @Test
    void a_rule_has_freshdesks_keys_and_is_found_again() {
        var rule = created(1, urgent("Keys"));

        assertThat(rule.properties().stream().map(Map.Entry::getKey))
                .containsExactly(
                        "id",
                        "name",
                        "description",
                        "position",
                        "active",
                        "outdated",
                        "last_updated_by",
                        "summary",
                        "affected_tickets_count",
                        "automation_type_id",
                        "conditions",
                        "actions",
                        "created_at",
                        "updated_at",
                        "meta");
        assertThat(rule.get("active").asBoolean()).isTrue();
        assertThat(rule.get("outdated").asBoolean()).isFalse();
        assertThat(rule.at("/conditions/0/properties/0/value/0").asInt()).isEqualTo(4);
        assertThat(rule.at("/meta/total_count").asInt()).isPositive();
        var path = "/automations/1/rules/" + rule.get("id");
        assertThat(server.admin().get(path).json().get("actions")).isEqualTo(rule.get("actions"));
        assertThat(server.admin().get("/automations/4/rules/" + rule.get("id")).status())
                .isEqualTo(404);
        assertThat(server.admin().get("/automations/2/rules").status()).isEqualTo(404);
    }

    @Test
    void rules_keep_their_order_without_gaps() {
        var founded = server.admin().get("/automations/3/rules").json().get("rules");
        for (var rule : founded) server.admin().delete("/automations/3/rules/" + rule.get("id"));
        for (var name : List.of("A", "B", "C")) created(3, urgent(name));
        var first = urgent("First");
        first.put("position", 1);
        created(3, first);
        assertThat(order()).containsExactly("1 First", "2 A", "3 B", "4 C");

        var rules = server.admin().get("/automations/3/rules").json().get("rules");
        server.admin().put("/automations/3/rules/" + rules.get(0).get("id"), Map.of("position", 3));
        assertThat(order()).containsExactly("1 A", "2 B", "3 First", "4 C");

        assertThat(server.admin()
                        .delete("/automations/3/rules/" + rules.get(1).get("id"))
                        .status())
                .isEqualTo(204);
        assertThat(order()).containsExactly("1 B", "2 First", "3 C");
        assertThat(server.admin()
                        .get("/automations/3/rules?page=2&per_page=2")
                        .json()
                        .get("rules"))
                .hasSize(1);
    }

    private static List<String> order() {
        var order = new ArrayList<String>();
        for (var rule : server.admin().get("/automations/3/rules").json().get("rules")) {
            order.add(rule.get("position").asText() + " " + rule.get("name").asText());
        }
        return order;
    }

    @Test
    void an_update_rule_as_it_is_read_back_from_freshdesk_is_taken() {
        var webhook = Map.of(
                "field_name", "trigger_webhook",
                "request_type", "POST",
                "content_type", "JSON",
                "content_layout", "2",
                "url", "https://app.example/hooks/1",
                "content", Map.of("ticket_id", "{{ticket.id}}"),
                "custom_headers", Map.of("x-freshdesk-secret", "mellon"));
        var rule = created(
                4,
                Map.of(
                        "name",
                        "Sync",
                        "performer",
                        Map.of("type", 1),
                        "events",
                        List.of(
                                Map.of("field_name", "reply_sent"),
                                Map.of("field_name", "note_type", "value", "public"),
                                Map.of("field_name", "status", "from", "--", "to", "--")),
                        "actions",
                        List.of(webhook)));

        assertThat(rule.at("/conditions/0/properties")).isEmpty();
        assertThat(rule.at("/actions/0/custom_headers/x-freshdesk-secret").asText())
                .isEqualTo("mellon");
        assertThat(rule.at("/performer/type").asInt()).isEqualTo(1);
        var log = server.database()
                .read(h -> h.createQuery(
                                "select string_agg(e::text, '') from events e where record = 'automation_rule'")
                        .mapTo(String.class)
                        .one());
        assertThat(log).contains("app.example").doesNotContain("mellon");
    }

    @Test
    void every_fault_is_told_at_once() {
        var property =
                Map.of("resource_type", "house", "field_name", "priority", "operator", "in", "value", List.of(4));
        var wrongValue =
                Map.of("resource_type", "ticket", "field_name", "status", "operator", "in", "value", List.of(99));
        var wrongOperator =
                Map.of("resource_type", "ticket", "field_name", "subject", "operator", "greater_than", "value", "a");
        var unknown = Map.of("resource_type", "ticket", "field_name", "cf_none", "operator", "is", "value", "a");
        var set = Map.of(
                "name",
                "condition_set_1",
                "match_type",
                "all",
                "properties",
                List.of(property, wrongValue, wrongOperator, unknown));
        var reply = server.admin()
                .post(
                        "/automations/1/rules",
                        Map.of(
                                "name",
                                "Wrong",
                                "conditions",
                                List.of(set),
                                "actions",
                                List.of(
                                        Map.of("field_name", "group_id", "value", 7),
                                        Map.of("field_name", "trigger_webhook", "request_type", "BREW", "url", "x"),
                                        Map.of("field_name", "priority"),
                                        Map.of("field_name", "make_coffee"))));

        assertThat(codes(reply))
                .containsExactly(
                        "conditions.condition_set_1.properties[0].resource_type invalid_value",
                        "conditions.condition_set_1.properties[1].value invalid_value",
                        "conditions.condition_set_1.properties[2].operator invalid_value",
                        "conditions.condition_set_1.properties[3].field_name invalid_value",
                        "actions[0].value invalid_value",
                        "actions[1].request_type invalid_value",
                        "actions[1].url invalid_value",
                        "actions[2].value missing_field",
                        "actions[3].field_name invalid_value");
    }

    @Test
    void what_must_be_there_must_be_there() {
        assertThat(codes(server.admin().post("/automations/1/rules", Map.of())))
                .containsExactlyInAnyOrder("name missing_field", "actions missing_field");
        var bare = Map.of("name", "Bare", "actions", List.of(Map.of("field_name", "delete_ticket")));
        assertThat(codes(server.admin().post("/automations/1/rules", bare)))
                .containsExactly("conditions missing_field");
        assertThat(codes(server.admin().post("/automations/4/rules", bare)))
                .containsExactly("performer missing_field", "events missing_field");
        var withPerformer = urgent("Creation");
        withPerformer.put("performer", Map.of("type", 1));
        assertThat(codes(server.admin().post("/automations/1/rules", withPerformer)))
                .containsExactly("performer invalid_field");
    }

    @Test
    void a_rule_whose_group_is_gone_is_outdated() {
        var group =
                server.admin().post("/groups", Map.of("name", "Short-lived")).json();
        var body = urgent("To a group");
        body.put(
                "actions",
                List.of(Map.of(
                        "field_name", "group_id", "value", group.get("id").asLong())));
        var rule = created(1, body);
        assertThat(rule.get("outdated").asBoolean()).isFalse();

        server.admin().delete("/groups/" + group.get("id"));

        assertThat(server.admin()
                        .get("/automations/1/rules/" + rule.get("id"))
                        .json()
                        .get("outdated")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void rules_are_for_administrators() {
        var agent = server.agent("rita@acme.test", TicketScope.GLOBAL);
        assertThat(agent.get("/automations/1/rules").status()).isEqualTo(403);
        assertThat(agent.post("/automations/1/rules", urgent("No")).status()).isEqualTo(403);
    }
}
