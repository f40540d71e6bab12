package dev.hilo.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.client.HiloClient;
import dev.hilo.client.Reply;
import dev.hilo.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BulkTicketsTest {

    static TestServer server;
    static HiloClient ada;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        var field = Map.of("label", "sales", "label_for_customers", "sales", "type", "custom_number");
        assertThat(ada.post("/admin/ticket_fields", field).status()).isEqualTo(201);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void a_change_and_a_reply_reach_every_ticket_that_takes_them() {
        long one = server.ticket();
        long other = server.ticket();
        long trashed = server.ticket();
        ada.delete("/tickets/" + trashed);

        var started = update(Map.of(
                "ids", List.of(one, other, one, trashed, 999_999),
                "properties",
                        Map.of(
                                "priority", 4,
                                "tags", List.of("storm"),
                                "custom_fields", Map.of("cf_sales", 7)),
                "reply", Map.of("body", "We are on it")));
        var job = server.awaitJob(started);

        assertThat(started.json().get("job_id").asText())
                .isEqualTo(started.header("X-Request-Id").orElseThrow());
        assertThat(job.get("status").asText()).isEqualTo("COMPLETED");
        assertThat(job.at("/data/success").toString()).isEqualTo("[" + one + "," + other + "]");
        assertThat(job.at("/data/failure").findValuesAsText("id")).containsExactly(String.valueOf(trashed), "999999");
        for (long id : List.of(one, other)) {
            var ticket = view(id);
            assertThat(ticket.get("priority").asInt()).isEqualTo(4);
            assertThat(ticket.get("tags").toString()).isEqualTo("[\"storm\"]");
            assertThat(ticket.at("/custom_fields/cf_sales").asInt()).isEqualTo(7);
            var entries = ada.get("/tickets/" + id + "/conversations").json();
            assertThat(entries.findValuesAsText("body_text")).containsExactly("We are on it");
        }
        assertThat(view(trashed).get("priority").asInt()).isEqualTo(1);
    }

    @Test
    void a_null_clears_and_what_is_absent_stays() {
        long id = server.ticket();
        long adaId = ada.get("/agents/me").json().get("id").asLong();
        ada.put("/tickets/" + id, Map.of("responder_id", adaId, "type", "Question"));

        server.awaitJob(ada.post(
                "/tickets/bulk_update",
                "{\"bulk_action\":{\"ids\":[" + id + "],\"properties\":{\"responder_id\":null,\"status\":3}}}"));

        assertThat(view(id).get("responder_id").isNull()).isTrue();
        assertThat(view(id).get("status").asInt()).isEqualTo(3);
        assertThat(view(id).get("type").asText()).isEqualTo("Question");
    }

    @Test
    void what_is_wrong_for_every_ticket_is_refused_at_once() {
        var ids = List.of(server.ticket());

        assertThat(refused(update(Map.of("ids", ids)))).isEqualTo("bulk_action missing_field");
        assertThat(refused(update(Map.of("ids", List.of(), "properties", Map.of()))))
                .isEqualTo("ids missing_field");
        assertThat(refused(update(Map.of("ids", ids, "properties", Map.of("status", 99)))))
                .isEqualTo("status invalid_value");
        assertThat(refused(update(Map.of("ids", ids, "properties", Map.of("group_id", 1)))))
                .isEqualTo("group_id invalid_value");
        assertThat(refused(update(Map.of("ids", ids, "properties", Map.of("subject", "x")))))
                .isEqualTo("bulk_action.properties.subject invalid_field");
        assertThat(refused(update(Map.of("ids", ids, "reply", Map.of("body", "x", "attachment_ids", List.of(1))))))
                .isEqualTo("attachment_ids invalid_value");
        assertThat(ada.post("/tickets/bulk_update", Map.of()).status()).isEqualTo(400);
    }

    @Test
    void tickets_are_deleted_in_bulk() {
        long one = server.ticket();
        long other = server.ticket();
        long kept = server.ticket();

        var job = server.awaitJob(ada.post(
                "/tickets/bulk_delete", Map.of("bulk_action", Map.of("ids", List.of(one, other, 999_999)))));

        assertThat(job.at("/data/success").toString()).isEqualTo("[" + one + "," + other + "]");
        assertThat(job.at("/data/failure")).hasSize(1);
        assertThat(view(one).get("deleted").asBoolean()).isTrue();
        assertThat(view(kept).has("deleted")).isFalse();
    }

    @Test
    void an_agent_reaches_only_what_the_agent_sees() {
        long id = server.ticket();
        var restricted = server.agent("rita@acme.test", TicketScope.RESTRICTED);

        var started = restricted.post(
                "/tickets/bulk_update",
                Map.of("bulk_action", Map.of("ids", List.of(id), "properties", Map.of("priority", 4))));

        assertThat(server.awaitJob(started).at("/data/failure/0/id").asLong()).isEqualTo(id);
        assertThat(view(id).get("priority").asInt()).isEqualTo(1);
    }

    @Test
    void an_outbound_email_is_a_closed_ticket_of_its_sender() {
        long mailbox = ada.get("/email_configs").json().get(0).get("id").asLong();

        var created = ada.post(
                "/tickets/outbound_email",
                Map.of("email", "new@customer.test", "subject", "Your order", "email_config_id", mailbox));

        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        var ticket = ada.get("/tickets/" + created.json().get("id") + "?include=stats")
                .json();
        assertThat(ticket.get("source").asInt()).isEqualTo(10);
        assertThat(ticket.get("status").asInt()).isEqualTo(5);
        assertThat(ticket.get("priority").asInt()).isEqualTo(1);
        assertThat(ticket.get("responder_id"))
                .isEqualTo(ada.get("/agents/me").json().get("id"));
        assertThat(ticket.get("email_config_id").asLong()).isEqualTo(mailbox);
        for (String time : List.of("status_updated_at", "resolved_at", "closed_at")) {
            assertThat(ticket.at("/stats/" + time)).isEqualTo(ticket.get("created_at"));
        }
        assertThat(ada.post("/tickets/outbound_email", Map.of("source", 1))
                        .json()
                        .get("errors")
                        .findValuesAsText("field"))
                .containsExactlyInAnyOrder("source", "email", "subject", "email_config_id");
    }

    private static Reply update(Map<String, Object> action) {
        return ada.post("/tickets/bulk_update", Map.of("bulk_action", action));
    }

    private static String refused(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        var error = reply.json().get("errors").get(0);
        return error.get("field").asText() + " " + error.get("code").asText();
    }

    private static JsonNode view(long id) {
        return ada.get("/tickets/" + id).json();
    }
}
