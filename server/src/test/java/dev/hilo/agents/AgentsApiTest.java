package dev.hilo.agents;

import static dev.hilo.testing.WireShape.assertShape;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AgentsApiTest {

    static TestServer server;
    static long ada;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.caller().agentId();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void an_email_and_a_scope_make_an_agent_with_recorded_defaults() {
        var reply = server.admin().post("/agents", Map.of("email", "Lean@Acme.test", "ticket_scope", 2));

        var agent = reply.json();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        assertShape(agent, "agent-changed");
        assertThat(agent.get("occasional").booleanValue()).isTrue();
        assertThat(agent.get("signature").asText()).isEqualTo("<div dir=\"ltr\"><p><br></p>\n</div>");
        assertThat(agent.get("role_ids")).hasSize(1);
        assertThat(agent.at("/role_ids/0").longValue()).isEqualTo(role("Agent"));
        assertThat(agent.at("/contact/email").asText()).isEqualTo("lean@acme.test");
        assertThat(agent.at("/contact/name").asText()).isEqualTo("Lean");
        assertThat(agent.at("/contact/time_zone").asText()).isEqualTo("UTC");
    }

    @Test
    void the_location_of_a_new_agent_is_malformed_as_recorded() {
        var reply = server.admin().post("/agents", Map.of("email", "located@acme.test", "ticket_scope", 1));

        assertThat(reply.header("Location"))
                .contains(server.address() + "/agents." + reply.json().get("id"));
    }

    @Test
    void who_calls_is_active_and_who_does_not_is_not() {
        var idle = server.admin()
                .post("/agents", Map.of("email", "idle@acme.test", "ticket_scope", 1))
                .json();

        assertThat(Instant.parse(server.admin()
                        .get("/agents/" + ada)
                        .json()
                        .get("last_active_at")
                        .asText()))
                .isBetween(Instant.now().minus(Duration.ofHours(1)), Instant.now());
        assertThat(server.admin()
                        .get("/agents/" + idle.get("id"))
                        .json()
                        .get("last_active_at")
                        .isNull())
                .isTrue();
    }

    @Test
    void everything_that_can_be_set_is_set() {
        long group = group("All set");
        var asked = new HashMap<String, Object>(Map.of(
                "email",
                "full@acme.test",
                "name",
                "Full Monty",
                "ticket_scope",
                3,
                "occasional",
                false,
                "signature",
                "<b>Full</b><script>x</script>",
                "group_ids",
                List.of(group),
                "contribution_group_ids",
                List.of(group),
                "agent_type",
                3,
                "language",
                "es",
                "time_zone",
                "Madrid"));
        asked.put("focus_mode", false);
        asked.put("phone", "123");

        var agent = server.admin().post("/agents", asked).json();

        assertThat(agent.get("type").asText()).isEqualTo("collaborator");
        assertThat(agent.at("/role_ids/0").longValue()).isEqualTo(role("Ticket Collaborator"));
        assertThat(agent.get("signature").asText()).isEqualTo("<b>Full</b>");
        assertThat(agent.at("/group_ids/0").longValue()).isEqualTo(group);
        assertThat(agent.at("/contribution_group_ids/0").longValue()).isEqualTo(group);
        assertThat(agent.at("/contact/language").asText()).isEqualTo("es");
        assertThat(agent.at("/contact/phone").asText()).isEqualTo("123");
        var view = server.admin().get("/agents/" + agent.get("id")).json();
        assertShape(view, "agent-view");
        assertThat(view.get("scope").intValue()).isEqualTo(3);
    }

    @Test
    void an_agent_who_is_there_is_a_conflict_and_a_customer_becomes_the_agent() {
        long customer = server.database()
                .read(h -> h.createQuery("insert into contacts (account_id, name, email, created_at, updated_at)"
                                + " values (?, 'Cleo Customer', 'cleo@acme.test', now(), now()) returning id")
                        .bind(0, server.acme().accountId())
                        .mapTo(long.class)
                        .one());

        var reply = server.admin().post("/agents", Map.of("email", "cleo@acme.test", "ticket_scope", 1));

        assertThat(reply.json().get("id").longValue()).isEqualTo(customer);
        assertThat(reply.json().at("/contact/name").asText()).isEqualTo("Cleo Customer");
        var again = server.admin().post("/agents", Map.of("email", "Cleo@acme.test", "ticket_scope", 1));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().at("/errors/0/field").asText()).isEqualTo("email");
        assertThat(again.json().at("/errors/0/code").asText()).isEqualTo("duplicate_value");
    }

    @Test
    void of_calls_that_want_the_same_email_at_once_one_gets_it() throws Exception {
        Callable<Integer> create = () -> server.admin()
                .post("/agents", Map.of("email", "race@acme.test", "ticket_scope", 1))
                .status();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var statuses = threads.invokeAll(List.of(create, create, create, create)).stream()
                    .map(f -> f.resultNow())
                    .toList();

            assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
        }
    }

    @Test
    void all_faults_of_a_new_agent_are_told_at_once() {
        var missing = server.admin().post("/agents", "{}").json().get("errors");
        assertThat(missing.toString())
                .isEqualTo("[{\"field\":\"email\",\"message\":\"It should be a/an String\",\"code\":\"missing_field\"},"
                        + "{\"field\":\"ticket_scope\",\"message\":\"It should be one of these values: '1,2,3'\","
                        + "\"code\":\"missing_field\"}]");

        var wrong = server.admin()
                .post(
                        "/agents",
                        Map.of(
                                "email",
                                "nobody",
                                "ticket_scope",
                                1,
                                "role_ids",
                                List.of(1),
                                "group_ids",
                                List.of(2),
                                "skill_ids",
                                List.of(3),
                                "time_zone",
                                "Middle Earth"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("email", "role_ids", "group_ids", "skill_ids", "time_zone");
    }

    @Test
    void a_role_must_suit_the_type_of_the_agent() {
        var reply = server.admin()
                .post(
                        "/agents",
                        Map.of(
                                "email",
                                "unsuited@acme.test",
                                "ticket_scope",
                                1,
                                "agent_type",
                                3,
                                "role_ids",
                                List.of(role("Agent"))));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo("role_ids");
    }

    @Test
    void the_list_is_alphabetical_and_can_be_filtered() {
        create("zoe@acme.test", Map.of("name", "zoe Z", "mobile", "+34 600"));
        create("bert@acme.test", Map.of("name", "Bert B", "occasional", false));

        var all = server.admin().get("/agents?per_page=100").json();

        all.forEach(agent -> assertShape(agent, "agent-item"));
        assertThat(all.findValuesAsText("name")).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(names("/agents?email=ZOE@acme.test")).containsExactly("zoe Z");
        assertThat(names("/agents?mobile=%2B34%20600")).containsExactly("zoe Z");
        assertThat(names("/agents?phone=none")).isEmpty();
        assertThat(names("/agents?state=fulltime&per_page=100"))
                .contains("Bert B")
                .doesNotContain("zoe Z");
        assertThat(names("/agents?state=occasional&per_page=100"))
                .contains("zoe Z")
                .doesNotContain("Bert B");
        assertThat(server.admin().get("/agents?state=asleep").status()).isEqualTo(400);
        assertThat(server.admin().get("/agents?name=zoe").status()).isEqualTo(400);
    }

    @Test
    void any_agent_may_ask_who_they_are_and_administrators_alone_about_the_others() {
        var bea = server.agent("bea@acme.test", TicketScope.GROUP);

        var me = bea.get("/agents/me");

        assertShape(me.json(), "agent-view");
        assertThat(me.json().at("/contact/email").asText()).isEqualTo("bea@acme.test");
        assertThat(me.json().get("api_key_enabled").booleanValue()).isTrue();
        assertThat(bea.get("/agents").status()).isEqualTo(403);
        assertThat(bea.get("/agents/" + ada).status()).isEqualTo(403);
        assertThat(server.admin().get("/agents/1").status()).isEqualTo(404);
    }

    @Test
    void an_update_sets_what_it_names() {
        long id = create("changing@acme.test", Map.of("name", "Chang Ing"));
        long group = group("Changed");

        var agent = server.admin()
                .put(
                        "/agents/" + id,
                        Map.of(
                                "ticket_scope",
                                3,
                                "occasional",
                                false,
                                "signature",
                                "<b>Updated via API</b>",
                                "group_ids",
                                List.of(group),
                                "role_ids",
                                List.of(role("Supervisor")),
                                "email",
                                "Changed@acme.test",
                                "language",
                                "de"))
                .json();

        assertShape(agent, "agent-changed");
        assertThat(agent.get("ticket_scope").intValue()).isEqualTo(3);
        assertThat(agent.get("signature").asText()).isEqualTo("<b>Updated via API</b>");
        assertThat(agent.at("/contact/email").asText()).isEqualTo("changed@acme.test");
        assertThat(agent.at("/contact/name").asText()).isEqualTo("Chang Ing");
        assertThat(server.admin()
                        .put("/agents/" + id, Map.of("group_ids", List.of()))
                        .json()
                        .get("group_ids"))
                .isEmpty();
    }

    @Test
    void name_and_phone_are_not_changed_here() {
        long id = create("fixed@acme.test", Map.of());

        var reply = server.admin().put("/agents/" + id, Map.of("name", "x", "phone", "1", "job_title", "y"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").findValuesAsText("code"))
                .containsExactly("invalid_field", "invalid_field", "invalid_field");
    }

    @Test
    void what_must_have_a_value_cannot_be_cleared() {
        long id = create("kept@acme.test", Map.of());

        var reply = server.admin()
                .put(
                        "/agents/" + id,
                        "{\"ticket_scope\":null,\"email\":null,\"role_ids\":null,\"occasional\":null,\"focus_mode\":null}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("ticket_scope", "email", "role_ids", "occasional", "focus_mode");
    }

    @Test
    void an_update_without_a_difference_does_not_move_the_time_of_change() {
        long id = create("still@acme.test", Map.of());
        server.database()
                .run(h -> h.execute("update agents set updated_at = now() - interval '1 day' where id = ?", id));
        var before = server.admin().get("/agents/" + id).json();

        server.admin().put("/agents/" + id, Map.of("ticket_scope", 1, "email", "still@acme.test"));

        assertThat(server.admin().get("/agents/" + id).json()).isEqualTo(before);
    }

    @Test
    void nobody_changes_their_own_scope_and_roles() {
        var reply = server.admin().put("/agents/" + ada, Map.of("ticket_scope", 3, "role_ids", List.of(role("Agent"))));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").findValuesAsText("field")).containsExactly("ticket_scope", "role_ids");
        assertThat(reply.json().get("errors").findValuesAsText("code"))
                .containsExactly("inaccessible_field", "inaccessible_field");
        assertThat(server.admin()
                        .put("/agents/" + ada, Map.of("ticket_scope", 1, "signature", "Ada"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_administrator_makes_nobody_who_may_more_and_touches_nobody_who_may_more() {
        var boss = server.agent("boss@acme.test", TicketScope.GLOBAL, "Administrator");
        long agent = create("lowly@acme.test", Map.of());
        var owner = Map.of("role_ids", List.of(role("Account Administrator")));

        assertThat(boss.put("/agents/" + agent, owner).status()).isEqualTo(403);
        assertThat(boss.post("/agents", with(owner, "email", "own@acme.test")).status())
                .isEqualTo(403);
        assertThat(boss.put("/agents/" + ada, Map.of("occasional", true)).status())
                .isEqualTo(403);
        assertThat(boss.delete("/agents/" + ada).status()).isEqualTo(403);
        assertThat(boss.put("/agents/" + agent, Map.of("ticket_scope", 2)).status())
                .isEqualTo(200);
    }

    @Test
    void what_an_agent_may_changes_at_once() {
        var chris = server.agent("chris@acme.test", TicketScope.GLOBAL, "Administrator");
        assertThat(chris.get("/agents").status()).isEqualTo(200);
        long id = chris.get("/agents/me").json().get("id").longValue();

        server.admin().put("/agents/" + id, Map.of("role_ids", List.of(role("Agent"))));

        assertThat(chris.get("/agents").status()).isEqualTo(403);
    }

    @Test
    void a_deleted_agent_is_a_customer_under_the_same_id_and_cannot_log_in() {
        var dan = server.agent("dan@acme.test", TicketScope.GLOBAL);
        long id = dan.get("/agents/me").json().get("id").longValue();
        long group = group("Dan's");
        server.admin().put("/groups/" + group, Map.of("agent_ids", List.of(id), "escalate_to", id));

        assertThat(server.admin().delete("/agents/" + id).status()).isEqualTo(204);

        assertThat(dan.get("/agents/me").status()).isEqualTo(401);
        assertThat(server.admin().get("/agents/" + id).status()).isEqualTo(404);
        assertThat(server.admin().delete("/agents/" + id).status()).isEqualTo(404);
        var left = server.admin().get("/groups/" + group).json();
        assertThat(left.get("agent_ids")).isEmpty();
        assertThat(left.get("escalate_to").isNull()).isTrue();
        assertThat(server.admin()
                        .post("/agents", Map.of("email", "dan@acme.test", "ticket_scope", 1))
                        .json()
                        .get("id")
                        .longValue())
                .isEqualTo(id);
    }

    @Test
    void nobody_deletes_themselves() {
        assertThat(server.admin().delete("/agents/" + ada).status()).isEqualTo(403);
    }

    @Test
    void agents_are_found_by_the_beginning_of_any_word_of_their_name_and_of_their_email() {
        create("john.jonz@acme.test", Map.of("name", "John Jonz_1"));

        for (String term : List.of("john", "Joh", "Jonz", "jonz_1", "JOHN.J")) {
            var found = server.admin().get("/agents/autocomplete?term=" + term).json();
            assertThat(found).as(term).hasSize(1);
            assertThat(found.get(0).properties().stream().map(Map.Entry::getKey))
                    .containsExactly("id", "name", "email", "avatar");
        }
        for (String term : List.of("ohn", "%25", "_", "onz")) {
            assertThat(server.admin().get("/agents/autocomplete?term=" + term).json())
                    .as(term)
                    .isEmpty();
        }
        assertThat(server.admin().get("/agents/autocomplete").status()).isEqualTo(400);
    }

    @Test
    void many_agents_are_made_in_the_background_and_each_is_told_of() {
        var asked = Map.of(
                "agents",
                List.of(
                        Map.of("email", "bulk1@acme.test", "ticket_scope", 1, "occasional", false),
                        Map.of("email", TestServer.ADMIN, "ticket_scope", 1),
                        Map.of("email", "bulk2@acme.test", "ticket_scope", 1, "group_ids", List.of(9)),
                        Map.of("email", "bulk3@acme.test", "ticket_scope", 2)));

        var started = server.admin().post("/agents/bulk", asked);

        assertThat(started.json().get("job_id").asText())
                .isEqualTo(started.header("X-Request-Id").orElseThrow());
        assertThat(started.json().get("href").asText())
                .isEqualTo(server.address() + "/api/v2/jobs/"
                        + started.json().get("job_id").asText());
        assertThat(started.header("Location")).isEmpty();
        var job = server.awaitJob(started);
        assertThat(job.get("status").asText()).isEqualTo("COMPLETED");
        assertThat(job.at("/data/success").findValuesAsText("email"))
                .containsExactly("bulk1@acme.test", "bulk3@acme.test");
        assertThat(job.at("/data/failure").findValuesAsText("code"))
                .containsExactly("duplicate_value", "invalid_value");
        assertThat(server.admin()
                        .get("/agents?email=bulk1@acme.test")
                        .json()
                        .at("/0/occasional")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void a_list_of_new_agents_is_checked_before_it_is_taken() {
        var reply = server.admin().post("/agents/bulk", Map.of("agents", List.of(Map.of("email", "x@acme.test"))));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(server.admin().post("/agents/bulk", "{}").status()).isEqualTo(400);
    }

    @Test
    void availability_has_a_shape_of_its_own_on_the_list_and_alone() {
        long id = create("busy@acme.test", Map.of("name", "Busy Bee"));

        var list = server.admin()
                .get("/agents?only=availability&email=busy@acme.test&page=1&per_page=10")
                .json();
        assertThat(list).hasSize(1);
        assertShape(list.get(0), "agent-availability-item");
        assertShape(server.admin().get("/agents/" + id + "/availability").json(), "agent-availability");
        assertThat(server.admin().get("/agents/1/availability").status()).isEqualTo(404);
    }

    @Test
    void the_limit_of_an_agent_can_be_set_with_put_and_with_patch() {
        long id = create("limited@acme.test", Map.of());
        String path = "/agents/" + id + "/availability";
        var limit = Map.of("channel_availability", List.of(Map.of("channel", "freshdesk", "assignment_limit", 20)));

        assertThat(server.admin().patch(path, limit).text())
                .isEqualTo("{\"channel_availability\":[{\"channel\":\"freshdesk\",\"assignment_limit\":20}]}");
        var both = server.admin().put(path, with(limit, "availability_control", "admin_controlled"));
        assertThat(both.json().get("availability_control").asText()).isEqualTo("admin_controlled");
        var now = server.admin().get(path).json();
        assertThat(now.at("/channel_availability/0/assignment_limit").intValue())
                .isEqualTo(20);
        assertThat(now.get("availability_control").asText()).isEqualTo("admin_controlled");
        assertThat(server.admin()
                        .put(
                                path,
                                Map.of(
                                        "channel_availability",
                                        List.of(Map.of("channel", "freshdesk", "assignment_limit", 0))))
                        .status())
                .isEqualTo(400);
        assertThat(server.admin().put("/agents/1/availability", limit).status()).isEqualTo(404);
    }

    private static long create(String email, Map<String, Object> more) {
        var asked = with(more, "email", email);
        var reply = server.admin().post("/agents", asked);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().get("id").longValue();
    }

    private static Map<String, Object> with(Map<String, ?> more, String key, Object value) {
        var all = new HashMap<String, Object>(more);
        all.put(key, value);
        if (key.equals("email")) all.putIfAbsent("ticket_scope", 1);
        return all;
    }

    private static long group(String name) {
        return server.admin()
                .post("/groups", Map.of("name", name))
                .json()
                .get("id")
                .longValue();
    }

    private static long role(String name) {
        for (JsonNode role : server.admin().get("/roles").json()) {
            if (role.get("name").asText().equals(name)) return role.get("id").longValue();
        }
        throw new AssertionError(name);
    }

    private static List<String> names(String path) {
        return server.admin().get(path).json().findValuesAsText("name");
    }
}
