package dev.hilo.groups;

import static dev.hilo.testing.WireShape.assertShape;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.testing.TestServer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GroupsApiTest {

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
    void only_a_name_is_needed_and_the_rest_has_recorded_defaults() {
        var reply = server.admin().post("/groups", Map.of("name", "Lean"));

        var group = reply.json();
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).contains(server.address() + "/api/v2/groups/" + group.get("id"));
        assertShape(group, "group");
        assertThat(group.get("unassigned_for").asText()).isEqualTo("30m");
        assertThat(group.get("business_hour_id").asText())
                .isEqualTo(
                        server.admin().get("/business_hours").json().at("/0/id").asText());
        assertThat(group.get("agent_ids")).isEmpty();
        assertThat(server.admin().get("/groups/" + group.get("id")).json()).isEqualTo(group);
    }

    @Test
    void the_list_is_alphabetical_whatever_the_case_and_leaves_the_agents_out() {
        for (String name : List.of("zeta", "Beta List", "alpha list")) create(Map.of("name", name));

        var groups = server.admin().get("/groups?per_page=100").json();

        assertThat(groups.findValuesAsText("name")).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        groups.forEach(group -> assertShape(group, "group-item"));
    }

    @Test
    void a_name_is_taken_once_whatever_its_case() {
        create(Map.of("name", "Billing"));

        var reply = server.admin().post("/groups", Map.of("name", "BILLING"));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().at("/errors/0").toString())
                .isEqualTo(
                        "{\"field\":\"name\",\"message\":\"It should be a unique value\",\"code\":\"duplicate_value\"}");
    }

    @Test
    void of_calls_that_want_the_same_name_at_once_one_gets_it() throws Exception {
        Callable<Integer> create =
                () -> server.admin().post("/groups", Map.of("name", "Race")).status();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var statuses = threads.invokeAll(List.of(create, create, create, create)).stream()
                    .map(f -> f.resultNow())
                    .toList();

            assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
        }
    }

    @Test
    void all_faults_are_told_at_once() {
        var reply = server.admin()
                .post(
                        "/groups",
                        Map.of("unassigned_for", "5m", "auto_ticket_assign", "1", "skills", List.of(), "name", 7));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("unassigned_for", "auto_ticket_assign", "skills", "name");
        assertThat(reply.text())
                .contains("It should be one of these values: '30m,1h,2h,4h,8h,12h,1d,2d,3d'")
                .contains("Value set is of type String.It should be one of these values: '0,1'");
    }

    @Test
    void a_group_needs_a_name() {
        var reply = server.admin().post("/groups", "{}");

        assertThat(reply.text())
                .isEqualTo(
                        "{\"description\":\"Validation failed\",\"errors\":[{\"field\":\"name\",\"message\":\"It should"
                                + " be a/an String\",\"code\":\"missing_field\"}]}");
        assertThat(server.admin().post("/groups", Map.of("name", "  ")).status())
                .isEqualTo(400);
    }

    @Test
    void what_a_group_points_at_must_be_there() {
        var reply = server.admin()
                .post(
                        "/groups",
                        Map.of(
                                "name",
                                "Pointers",
                                "escalate_to",
                                1,
                                "business_hour_id",
                                2,
                                "agent_ids",
                                List.of(ada, 3)));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("escalate_to", "business_hour_id", "agent_ids");
        assertThat(server.admin().get("/groups?per_page=100").text()).doesNotContain("Pointers");
    }

    @Test
    void an_update_sets_what_it_names_clears_what_it_nulls_and_leaves_the_rest() {
        long id = create(Map.of("name", "Changing", "escalate_to", ada, "agent_ids", List.of(ada), "description", "x"));
        var change = new HashMap<String, Object>();
        change.put("escalate_to", null);
        change.put("unassigned_for", "2h");
        change.put("agent_ids", List.of());

        var group = server.admin().put("/groups/" + id, change).json();

        assertShape(group, "group");
        assertThat(group.get("escalate_to").isNull()).isTrue();
        assertThat(group.get("unassigned_for").asText()).isEqualTo("2h");
        assertThat(group.get("agent_ids")).isEmpty();
        assertThat(group.get("description").asText()).isEqualTo("x");
    }

    @Test
    void an_update_without_a_difference_does_not_move_the_time_of_change() {
        long id = create(Map.of("name", "Still", "agent_ids", List.of(ada)));
        server.database()
                .run(h -> h.execute("update groups set updated_at = now() - interval '1 day' where id = ?", id));
        var before = server.admin().get("/groups/" + id).json();

        var after = server.admin().put("/groups/" + id, Map.of("name", "Still", "agent_ids", List.of(ada)));

        assertThat(after.json()).isEqualTo(before);
        assertThat(server.admin()
                        .put("/groups/" + id, Map.of("name", "Moved"))
                        .json()
                        .get("updated_at"))
                .isNotEqualTo(before.get("updated_at"));
    }

    @Test
    void a_name_cannot_be_cleared_and_a_type_cannot_be_changed() {
        long id = create(Map.of("name", "Firm"));
        var cleared = new HashMap<String, Object>();
        cleared.put("name", null);

        assertThat(server.admin().put("/groups/" + id, cleared).status()).isEqualTo(400);
        assertThat(server.admin()
                        .put("/groups/" + id, Map.of("group_type", "field_agent_group"))
                        .text())
                .contains("invalid_field");
    }

    @Test
    void a_deleted_group_is_gone_and_its_agents_stay() {
        long id = create(Map.of("name", "Short-lived", "agent_ids", List.of(ada)));

        assertThat(server.admin().delete("/groups/" + id).status()).isEqualTo(204);
        assertThat(server.admin().get("/groups/" + id).status()).isEqualTo(404);
        assertThat(server.admin().delete("/groups/" + id).status()).isEqualTo(404);
        assertThat(server.admin().put("/groups/" + id, Map.of("name", "x")).status())
                .isEqualTo(404);
        assertThat(server.caller().agentId()).isEqualTo(ada);
    }

    @Test
    void the_newer_shape_tells_of_assignment_in_words() {
        var assignment = Map.of(
                "enabled",
                true,
                "type",
                "channel_specific",
                "settings",
                List.of(Map.of(
                        "channel",
                        "ticket",
                        "assignment_type",
                        "skill_based_round_robin",
                        "assignment_type_settings",
                        Map.of("capping_limit", 2))));
        var reply = server.admin()
                .post(
                        "/admin/groups",
                        Map.of("name", "Omni", "agent_ids", List.of(ada), "automatic_agent_assignment", assignment));

        var group = reply.json();
        long id = group.get("id").longValue();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        assertThat(reply.header("Location")).contains(server.address() + "/api/v2/admin/groups/" + id);
        assertShape(group, "admin-group");
        assertThat(server.admin()
                        .get("/groups/" + id)
                        .json()
                        .get("auto_ticket_assign")
                        .intValue())
                .isEqualTo(2);
        var off = server.admin()
                .put("/admin/groups/" + id, Map.of("automatic_agent_assignment", Map.of("enabled", false)));
        assertThat(off.json().get("automatic_agent_assignment").toString()).isEqualTo("{\"enabled\":false}");
        assertThat(server.admin().get("/admin/groups").json().findValuesAsText("name"))
                .contains("Omni");
        assertThat(server.admin().delete("/admin/groups/" + id).status()).isEqualTo(204);
    }

    @Test
    void the_newer_shape_knows_business_hours_by_another_name_only() {
        long calendar = server.admin().get("/business_hours").json().at("/0/id").asLong();
        long id = create(Map.of("name", "Calendars"));

        assertThat(server.admin()
                        .put("/admin/groups/" + id, Map.of("business_hour_id", calendar))
                        .text())
                .contains("Unexpected/invalid field in request");
        assertThat(server.admin()
                        .put("/admin/groups/" + id, Map.of("business_calendar_id", 4))
                        .json()
                        .at("/errors/0/message")
                        .asText())
                .isEqualTo("There is no business_hour matching the given business_calendar_id");
    }

    @Test
    void assignment_that_is_enabled_must_say_how() {
        var reply = server.admin()
                .post("/admin/groups", Map.of("name", "Vague", "automatic_agent_assignment", Map.of("enabled", true)));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").findValuesAsText("field"))
                .containsExactly("automatic_agent_assignment.type", "automatic_agent_assignment.settings");
    }

    @Test
    void agents_join_and_leave_one_by_one() {
        long id = create(Map.of("name", "Members"));
        String path = "/admin/groups/" + id + "/agents";

        var joined = server.admin().patch(path, members(Map.of("id", ada)));
        assertThat(joined.status()).as(joined.toString()).isEqualTo(204);
        var members = server.admin().get(path).json();
        assertThat(members).hasSize(1);
        assertShape(members.get(0), "group-agent");

        assertThat(server.admin().patch(path, members(Map.of("id", 5))).status())
                .isEqualTo(400);
        assertThat(server.admin()
                        .patch(path, members(Map.of("id", ada, "deleted", true)))
                        .status())
                .isEqualTo(204);
        assertThat(server.admin().get(path).json()).isEmpty();
        assertThat(server.admin().get("/admin/groups/6/agents").status()).isEqualTo(404);
        assertThat(server.admin().patch("/admin/groups/6/agents", members()).status())
                .isEqualTo(404);
    }

    @Test
    void long_lists_are_paged() {
        create(Map.of("name", "Page one"));
        create(Map.of("name", "Page two"));

        var reply = server.admin().get("/groups?per_page=1");

        assertThat(reply.json()).hasSize(1);
        assertThat(reply.next()).contains(server.address() + "/api/v2/groups?per_page=1&page=2");
        assertThat(server.admin().get("/groups?status=1").status()).isEqualTo(400);
    }

    @SafeVarargs
    private static Map<String, Object> members(Map<String, Object>... members) {
        return Map.of("agents", Arrays.asList(members));
    }

    private static long create(Map<String, Object> group) {
        var reply = server.admin().post("/groups", group);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().get("id").longValue();
    }
}
