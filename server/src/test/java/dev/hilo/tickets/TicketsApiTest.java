package dev.hilo.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TicketsApiTest {

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

    @Test
    void a_new_ticket_answers_with_the_recorded_keys() {
        var reply =
                ada.post("/tickets", ticket(Map.of("cc_emails", List.of("cc@x.test"), "tags", List.of("a", "b", "a"))));

        assertThat(reply.status()).isEqualTo(201);
        var body = reply.json();
        assertThat(reply.header("Location")).contains(server.address() + "/api/v2/tickets/" + body.get("id"));
        assertThat(String.join(", ", keys(body)))
                .isEqualTo("cc_emails, fwd_emails, reply_cc_emails, ticket_cc_emails, ticket_bcc_emails, fr_escalated,"
                        + " spam, email_config_id, group_id, priority, requester_id, responder_id, source, company_id,"
                        + " status, subject, support_email, to_emails, product_id, id, type, due_by, fr_due_by,"
                        + " is_escalated, description, description_text, custom_fields, created_at, updated_at, tags,"
                        + " attachments, source_info, structured_description, nr_due_by, nr_escalated");
        assertThat(body.get("source").asInt()).isEqualTo(2);
        assertThat(body.get("tags").toString()).isEqualTo("[\"a\",\"b\"]");
        for (String list : List.of("cc_emails", "reply_cc_emails", "ticket_cc_emails")) {
            assertThat(body.get(list).toString()).isEqualTo("[\"cc@x.test\"]");
        }
        assertThat(body.get("due_by").isNull()).isTrue();
        assertThat(body.get("created_at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }

    @Test
    void ids_are_small_and_without_gaps() {
        long first = create(Map.of());
        assertThat(ada.post("/tickets", Map.of("subject", "incomplete")).status())
                .isEqualTo(400);
        assertThat(create(Map.of())).isEqualTo(first + 1);
    }

    @Test
    void what_is_missing_is_told_at_once() {
        var errors = ada.post("/tickets", Map.of()).json().get("errors");

        assertThat(errors.findValuesAsText("field")).contains("subject", "description", "status", "priority");
        assertThat(errors.findValuesAsText("code")).containsOnly("missing_field");
        assertThat(errors.findValuesAsText("message"))
                .contains("It should be a/an String", "It should be one of these values: '2,3,4,5,6,7'");
    }

    @Test
    void a_status_sent_as_text_is_a_mismatch() {
        var error = ada.post("/tickets", ticket(Map.of("status", "2")))
                .json()
                .get("errors")
                .get(0);

        assertThat(error.get("code").asText()).isEqualTo("datatype_mismatch");
        assertThat(error.get("message").asText()).startsWith("Value set is of type String.It should be");
    }

    @Test
    void a_view_has_the_recorded_keys_and_an_update_its_own_order() {
        long id = create(Map.of());

        assertThat(String.join(", ", keys(ada.get("/tickets/" + id).json())))
                .isEqualTo("cc_emails, fwd_emails, reply_cc_emails, ticket_cc_emails, ticket_bcc_emails, fr_escalated,"
                        + " spam, email_config_id, group_id, priority, requester_id, responder_id, source, company_id,"
                        + " status, subject, association_type, support_email, to_emails, product_id, id, type, due_by,"
                        + " fr_due_by, is_escalated, description, description_text, custom_fields, created_at,"
                        + " updated_at, tags, attachments, source_info, source_additional_info,"
                        + " structured_description, nr_due_by, nr_escalated");
        assertThat(String.join(
                        ", ",
                        keys(ada.put("/tickets/" + id, Map.of("priority", 2)).json())))
                .startsWith("cc_emails, fwd_emails, reply_cc_emails, ticket_cc_emails, ticket_bcc_emails, spam,"
                        + " email_config_id, fr_escalated, group_id, priority");
    }

    @Test
    void a_change_that_changes_nothing_leaves_the_time_alone() {
        long id = create(Map.of("priority", 2, "tags", List.of("x")));
        String before = time(id);

        assertThat(ada.put("/tickets/" + id, Map.of("priority", 2, "tags", List.of("x")))
                        .status())
                .isEqualTo(200);

        assertThat(time(id)).isEqualTo(before);
    }

    @Test
    void statuses_leave_their_times_behind() {
        long id = create(Map.of());
        ada.put("/tickets/" + id, Map.of("status", 3));
        assertThat(stats(id).get("pending_since").isNull()).isFalse();

        ada.put("/tickets/" + id, Map.of("status", 5));
        assertThat(stats(id).get("pending_since").isNull()).isTrue();
        assertThat(stats(id).get("closed_at")).isEqualTo(stats(id).get("resolved_at"));

        ada.patch("/tickets/" + id, Map.of("status", 2));
        assertThat(stats(id).get("closed_at").isNull()).isTrue();
        assertThat(stats(id).get("reopened_at").isNull()).isFalse();
    }

    @Test
    void a_deleted_ticket_can_be_viewed_restored_and_not_changed() {
        long id = create(Map.of());
        assertThat(ada.delete("/tickets/" + id).status()).isEqualTo(204);

        assertThat(ada.get("/tickets/" + id).json().get("deleted").asBoolean()).isTrue();
        assertThat(ada.put("/tickets/" + id, Map.of("priority", 2)).status()).isEqualTo(405);
        assertThat(ids("/tickets?filter=deleted")).contains(id);
        assertThat(ids("/tickets")).doesNotContain(id);
        assertThat(ada.put("/tickets/" + id + "/restore").status()).isEqualTo(204);
        assertThat(ada.put("/tickets/" + id + "/restore").status()).isEqualTo(404);
        assertThat(ids("/tickets")).contains(id);
    }

    @Test
    void the_list_sorts_filters_and_embeds() {
        long first = create(Map.of("email", "dora@customer.test"));
        long second = create(Map.of("email", "dora@customer.test"));

        assertThat(ids("/tickets?email=dora@customer.test")).containsExactly(second, first);
        assertThat(ids("/tickets?email=dora@customer.test&order_by=created_at&order_type=asc"))
                .containsExactly(first, second);
        var item = ada.get("/tickets?email=dora@customer.test&include=requester,stats,description")
                .json()
                .get(0);
        assertThat(item.get("requester").get("email").asText()).isEqualTo("dora@customer.test");
        assertThat(keys(item))
                .contains("stats", "description", "description_text")
                .doesNotContain("attachments");
        assertThat(ada.get("/tickets?status=2")
                        .json()
                        .get("errors")
                        .get(0)
                        .get("code")
                        .asText())
                .isEqualTo("invalid_field");
        assertThat(ada.get("/tickets?include=conversations").status()).isEqualTo(400);
        assertThat(ada.get("/tickets?company_id=1")
                        .json()
                        .get("errors")
                        .get(0)
                        .get("message")
                        .asText())
                .isEqualTo("There is no company matching the given company_id");
        assertThat(ada.get("/tickets?page=301").status()).isEqualTo(400);
        assertThat(ada.get("/tickets?updated_since=2015-01-01T00:00:00Z&updated_since=2015-01-01T00:00:00Z")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void children_and_trackers_know_each_other() {
        long parent = create(Map.of());
        long child = create(Map.of("parent_id", parent));
        assertThat(ada.get("/tickets/" + parent).json().get("association_type").asInt())
                .isEqualTo(1);
        assertThat(ada.get("/tickets/" + parent)
                        .json()
                        .get("associated_tickets_list")
                        .get(0)
                        .asLong())
                .isEqualTo(child);

        long tracker = create(Map.of("related_ticket_ids", List.of(create(Map.of()), create(Map.of()))));
        assertThat(ada.get("/tickets/" + tracker).json().get("association_type").asInt())
                .isEqualTo(3);
        var refused = ada.post("/tickets", ticket(Map.of("related_ticket_ids", List.of(parent))));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("code").asText()).isEqualTo("cannot_create_tracker");
    }

    @Test
    void due_times_follow_from_the_policy_and_the_answer_to_a_change_still_shows_the_earlier_ones() {
        long id = create(Map.of("priority", 1));
        var first = ada.get("/tickets/" + id).json();
        assertThat(first.get("due_by").isNull()).isFalse();
        assertThat(first.get("fr_due_by").asText())
                .isLessThan(first.get("due_by").asText());

        var answer = ada.put("/tickets/" + id, Map.of("priority", 4)).json();
        assertThat(answer.get("due_by")).isEqualTo(first.get("due_by"));
        var second = ada.get("/tickets/" + id).json();
        assertThat(second.get("due_by").asText()).isLessThan(first.get("due_by").asText());

        ada.post("/tickets/" + id + "/reply", Map.of("body", "on it"));
        ada.put("/tickets/" + id, Map.of("priority", 1));
        var third = ada.get("/tickets/" + id).json();
        assertThat(third.get("fr_due_by")).isEqualTo(second.get("fr_due_by"));
        assertThat(third.get("due_by")).isEqualTo(first.get("due_by"));
    }

    @Test
    void a_pause_moves_the_due_times_and_a_change_of_the_policy_keeps_what_it_took() {
        long id = create(Map.of("priority", 1));
        String before = due(id);
        ada.put("/tickets/" + id, Map.of("status", 3));
        assertThat(due(id)).isEqualTo(before);
        server.database()
                .run(h -> h.execute("update tickets set sla_paused_at = now() - interval '14 days' where id = ?", id));

        ada.put("/tickets/" + id, Map.of("status", 2));
        String after = due(id);
        assertThat(after).isGreaterThan(before);

        ada.put("/tickets/" + id, Map.of("priority", 4));
        assertThat(due(id)).isLessThan(after);
        ada.put("/tickets/" + id, Map.of("priority", 1));
        assertThat(due(id)).isEqualTo(after);
    }

    private static String due(long id) {
        return ada.get("/tickets/" + id).json().get("due_by").asText();
    }

    @Test
    void due_times_that_a_person_took_back_are_those_of_the_policy() {
        var times = Map.<String, Object>of("due_by", "2099-01-02T00:00:00Z", "fr_due_by", "2099-01-01T00:00:00Z");
        long id = create(times);
        var nothing = new HashMap<String, Object>();
        nothing.put("due_by", null);
        nothing.put("fr_due_by", null);

        assertThat(ada.put("/tickets/" + id, nothing).status()).isEqualTo(200);
        assertThat(due(id)).isLessThan("2099");
    }

    @Test
    void due_times_that_a_person_set_stay() {
        var times = Map.<String, Object>of("due_by", "2099-01-02T00:00:00Z", "fr_due_by", "2099-01-01T00:00:00Z");
        var answer = ada.post("/tickets", ticket(times)).json();
        assertThat(answer.get("due_by").asText()).isEqualTo("2099-01-02T00:00:00Z");

        ada.put("/tickets/" + answer.get("id"), Map.of("priority", 4));
        assertThat(ada.get("/tickets/" + answer.get("id")).json().get("due_by").asText())
                .isEqualTo("2099-01-02T00:00:00Z");
    }

    private static Map<String, Object> ticket(Map<String, Object> more) {
        var ticket = new HashMap<String, Object>(
                Map.of("subject", "Help", "description", "It does not work.", "email", "carla@customer.test"));
        ticket.put("status", 2);
        ticket.put("priority", 1);
        ticket.putAll(more);
        return ticket;
    }

    private static long create(Map<String, Object> more) {
        var reply = ada.post("/tickets", ticket(more));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().get("id").asLong();
    }

    private static String time(long id) {
        return server.database()
                .read(h -> h.createQuery("select updated_at::text from tickets where id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .one());
    }

    private static JsonNode stats(long id) {
        return ada.get("/tickets/" + id + "?include=stats").json().get("stats");
    }

    private static List<Long> ids(String path) {
        return ada.get(path).json().findValues("id").stream()
                .filter(JsonNode::isNumber)
                .map(JsonNode::asLong)
                .filter(id -> id < 1_000_000)
                .toList();
    }

    private static List<String> keys(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }
}
