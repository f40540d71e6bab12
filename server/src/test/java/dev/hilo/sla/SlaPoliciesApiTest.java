package dev.hilo.sla;

import static dev.hilo.testing.WireShape.assertShape;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlaPoliciesApiTest {

    TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void a_new_account_has_the_recorded_default_policies() {
        var policies = list();

        assertThat(policies.findValuesAsText("name"))
                .containsExactly("Default policy for real-time channels", "Default policy");
        assertShape(policies.get(0), "sla-policy-item");
        var target = policies.at("/1/sla_target");
        assertThat(target.findValuesAsText("respond_within")).containsExactly("900", "1800", "3600", "7200");
        assertThat(target.findValuesAsText("resolve_within")).containsExactly("28800", "57600", "86400", "115200");
        assertThat(target.findValuesAsText("next_respond_within")).containsExactly("900", "1800", "7200", "14400");
        assertThat(policies.at("/0/applicable_to").toString()).isEqualTo("{\"sources\":[15,17,19,21]}");
        assertThat(policies.at("/1/applicable_to").toString()).isEqualTo("{}");
        assertThat(policies.at("/1/advanced_conditions").toString()).isEqualTo("{}");
        assertThat(policies.at("/0/sla_target/priority_4/respond_within").intValue())
                .isEqualTo(30);
    }

    @Test
    void a_created_policy_and_its_entry_on_the_list_differ_as_recorded() {
        var reply = server.admin().post("/sla_policies", policy("Fast"));

        var created = reply.json();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        assertShape(created, "sla-policy-changed");
        assertThat(reply.header("Location")).contains(server.address() + "/api/v2/sla_policies." + created.get("id"));
        assertThat(created.get("description").isNull()).isTrue();
        assertThat(created.get("position").intValue()).isEqualTo(3);
        assertThat(created.at("/sla_target/priority_4/next_respond_within").isNull())
                .isTrue();
        var item = list().get(0);
        assertShape(item, "sla-policy-item");
        assertThat(item.get("id").asText()).isEqualTo(created.get("id").asText());
        assertThat(item.get("description").textValue()).isEmpty();
        assertThat(item.get("position").intValue()).isEqualTo(1);
        assertThat(item.get("escalation")).isEmpty();
    }

    @Test
    void the_list_counts_from_one_and_has_the_default_policies_last() {
        create(with(policy("Late"), "position", 9));
        create(with(policy("Early"), "position", 2));

        assertThat(list().findValuesAsText("name"))
                .containsExactly("Early", "Late", "Default policy for real-time channels", "Default policy");
        assertThat(list().findValuesAsText("position")).containsExactly("1", "2", "3", "4");
        assertThat(server.admin()
                        .get("/sla_policies?per_page=1&page=2")
                        .json()
                        .at("/0/position")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void an_update_needs_no_more_than_what_changes() {
        long id = create(policy("Changing"));

        var updated = server.admin().put("/sla_policies/" + id, Map.of("description", "Test SLA Policy updated"));

        assertThat(updated.status()).as(updated.toString()).isEqualTo(200);
        assertShape(updated.json(), "sla-policy-changed");
        assertThat(updated.json().get("description").asText()).isEqualTo("Test SLA Policy updated");
        assertThat(server.admin()
                        .put(
                                "/sla_policies/" + id,
                                Map.of("applicable_to", Map.of("ticket_types", List.of("Incident"))))
                        .json()
                        .get("applicable_to")
                        .toString())
                .isEqualTo("{\"ticket_types\":[\"Incident\"]}");
        assertThat(server.admin().put("/sla_policies/7", Map.of("name", "x")).status())
                .isEqualTo(404);
    }

    @Test
    void everything_that_is_documented_is_taken() {
        long ada = server.caller().agentId();
        var step = Map.of("escalation_time", 14400, "agent_ids", List.of(ada, -1));
        var policy = with(
                policy("Full"),
                "escalation",
                Map.of("response", step, "resolution", Map.of("level_1", step, "level_2", step)));
        policy.put("description", "d");
        policy.put("active", true);
        policy.put("is_default", false);
        policy.put("position", 2);

        var created = server.admin().post("/sla_policies", policy);

        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(created.json()
                        .at("/escalation/resolution/level_2/escalation_time")
                        .intValue())
                .isEqualTo(14400);
        assertThat(created.json().at("/escalation/next_response").toString()).isEqualTo("{}");
        assertThat(list().at("/0/escalation").properties().stream().map(Map.Entry::getKey))
                .containsExactly("response", "resolution");
    }

    @Test
    void all_four_priorities_and_a_condition_are_needed() {
        var bare = server.admin().post("/sla_policies", Map.of("name", "x"));
        assertThat(bare.json().get("errors").findValuesAsText("field")).containsExactly("sla_target", "applicable_to");

        var policy = policy("Half");
        policy.put("sla_target", Map.of("priority_4", target(960)));
        policy.put("applicable_to", Map.of());
        assertThat(server.admin()
                        .post("/sla_policies", policy)
                        .json()
                        .get("errors")
                        .findValuesAsText("field"))
                .containsExactly("sla_target.priority_3", "sla_target.priority_2", "sla_target.priority_1");
        assertThat(server.admin()
                        .post("/sla_policies", with(policy("None"), "applicable_to", Map.of()))
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("applicable_to");
    }

    @Test
    void times_are_whole_minutes_from_five_on() {
        for (int seconds : List.of(0, 240, 301, 901, -960)) {
            var policy = with(policy("Odd"), "sla_target", targets(seconds));
            assertThat(server.admin().post("/sla_policies", policy).status())
                    .as("" + seconds)
                    .isEqualTo(400);
        }
        create(with(policy("Shortest"), "sla_target", targets(300)));
    }

    @Test
    void what_a_policy_points_at_must_be_there() {
        var scope = Map.of("company_ids", List.of(1), "group_ids", List.of(2), "product_ids", List.of(3));
        var policy = with(policy("Pointers"), "applicable_to", scope);
        policy.put("escalation", Map.of("response", Map.of("escalation_time", 60, "agent_ids", List.of(4))));

        assertThat(server.admin()
                        .post("/sla_policies", policy)
                        .json()
                        .get("errors")
                        .findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "applicable_to.company_ids",
                        "applicable_to.group_ids",
                        "applicable_to.product_ids",
                        "escalation.agent_ids");
    }

    @Test
    void a_default_policy_keeps_every_ticket_in_sight() {
        long id = Long.parseLong(list().at("/1/id").asText());

        assertThat(update(id, Map.of("active", false))).isEqualTo(400);
        assertThat(update(id, Map.of("applicable_to", Map.of("sources", List.of(1)))))
                .isEqualTo(400);
        assertThat(update(id, Map.of("is_default", false))).isEqualTo(400);
        assertThat(update(id, Map.of("name", "Everything else", "sla_target", targets(1200))))
                .isEqualTo(200);
    }

    @Test
    void a_policy_is_neither_viewed_alone_nor_deleted() {
        long id = create(policy("Stays"));

        assertThat(server.admin().delete("/sla_policies/" + id).status()).isEqualTo(405);
        assertThat(server.admin().get("/sla_policies/" + id).status()).isEqualTo(405);
    }

    @Test
    void the_tickets_see_a_change_at_once() {
        var policies = server.hilo().slaPolicies();
        assertThat(policies.of(server.acme().accountId())).hasSize(2);

        long id = create(policy("New"));
        assertThat(policies.of(server.acme().accountId()))
                .extracting(SlaPolicy::name)
                .containsExactly("New", "Default policy for real-time channels", "Default policy");

        update(id, Map.of("active", false));
        assertThat(policies.of(server.acme().accountId())).hasSize(2);
    }

    private JsonNode list() {
        return server.admin().get("/sla_policies").json();
    }

    private int update(long id, Map<String, ?> change) {
        return server.admin().put("/sla_policies/" + id, change).status();
    }

    private long create(Map<String, Object> policy) {
        var reply = server.admin().post("/sla_policies", policy);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().get("id").longValue();
    }

    private static Map<String, Object> policy(String name) {
        return new HashMap<>(
                Map.of("name", name, "sla_target", targets(960), "applicable_to", Map.of("sources", List.of(1, 2))));
    }

    private static Map<String, Object> with(Map<String, Object> policy, String key, Object value) {
        policy.put(key, value);
        return policy;
    }

    private static Map<String, Object> targets(int seconds) {
        return Map.of(
                "priority_1", target(seconds),
                "priority_2", target(seconds),
                "priority_3", target(seconds),
                "priority_4", target(seconds));
    }

    private static Map<String, Object> target(int seconds) {
        return Map.of(
                "respond_within",
                seconds,
                "resolve_within",
                seconds,
                "business_hours",
                true,
                "escalation_enabled",
                false);
    }
}
