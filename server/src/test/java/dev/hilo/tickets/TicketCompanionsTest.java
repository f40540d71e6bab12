package dev.hilo.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.client.Form;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What stands beside a ticket: the tickets it is associated with, who may see it, its summary. */
class TicketCompanionsTest {

    static TestServer server;
    static HiloClient ada;
    static HiloClient rita;
    static long ritaId;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        rita = server.agent("rita@acme.test", TicketScope.RESTRICTED);
        ritaId = rita.get("/agents/me").json().get("id").asLong();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void a_parent_and_its_children_tell_of_each_other() {
        long parent = server.ticket();
        long child = server.ticket();
        assertThat(ada.put("/tickets/" + child, Map.of("parent_id", parent)).status())
                .isEqualTo(200);

        var tickets =
                ada.get("/tickets/" + parent + "/associated_tickets").json().get("tickets");
        assertThat(tickets).hasSize(1);
        assertThat(tickets.get(0).get("id").asLong()).isEqualTo(child);
        assertThat(String.join(", ", keys(tickets.get(0))))
                .isEqualTo("id, group_id, priority, requester_id, responder_id, source, company_id, status, subject,"
                        + " product_id, type, due_by, fr_due_by, is_escalated, created_at, updated_at");
        assertThat(ada.get("/tickets/" + child + "/prime_association")
                        .json()
                        .get("id")
                        .asLong())
                .isEqualTo(parent);
        assertThat(ada.get("/tickets/" + child + "/associated_tickets").json().toString())
                .isEqualTo("{\"tickets\":[]}");
        assertThat(ada.get("/tickets/" + parent + "/prime_association").status())
                .isEqualTo(404);
        assertThat(ada.get("/tickets/999999/associated_tickets").status()).isEqualTo(404);
    }

    @Test
    void an_agent_is_given_access_to_a_ticket_and_loses_it() {
        String ticket = "/tickets/" + server.ticket();
        assertThat(rita.get(ticket).status()).isEqualTo(404);
        assertThat(ada.get(ticket + "/accesses").json().toString()).isEqualTo("{\"user_ids\":[]}");

        var given = ada.post(ticket + "/accesses", Map.of("user_ids", List.of(ritaId, ritaId)));
        assertThat(given.json().toString()).isEqualTo("{\"user_ids\":[" + ritaId + "]}");
        assertThat(rita.get(ticket).status()).isEqualTo(200);

        var taken = ada.patch(ticket + "/accesses", Map.of("user_ids", List.of(Map.of("id", ritaId, "deleted", true))));
        assertThat(taken.json().toString()).isEqualTo("{\"user_ids\":[]}");
        assertThat(rita.get(ticket).status()).isEqualTo(404);

        ada.patch(ticket + "/accesses", Map.of("user_ids", List.of(Map.of("id", ritaId))));
        assertThat(rita.get(ticket).status()).isEqualTo(200);
        assertThat(ada.delete(ticket + "/accesses").status()).isEqualTo(204);
        assertThat(rita.get(ticket).status()).isEqualTo(404);
    }

    @Test
    void access_is_for_agents_of_the_account() {
        String accesses = "/tickets/" + server.ticket() + "/accesses";

        assertThat(ada.post(accesses, Map.of("user_ids", List.of(ritaId, 1))).status())
                .isEqualTo(400);
        assertThat(ada.post(accesses, Map.of()).status()).isEqualTo(400);
        assertThat(ada.patch(accesses, Map.of("user_ids", List.of(1))).status()).isEqualTo(400);
        assertThat(ada.get(accesses).json().toString()).isEqualTo("{\"user_ids\":[]}");
    }

    @Test
    void a_summary_is_written_replaced_and_deleted() {
        String summary = "/tickets/" + server.ticket() + "/summary";
        assertThat(ada.get(summary).status()).isEqualTo(404);
        assertThat(ada.delete(summary).status()).isEqualTo(404);

        var written = ada.put(summary, Map.of("body", "Parcel <b>lost</b><script>x</script>"));
        assertThat(written.status()).as(written.toString()).isEqualTo(200);
        assertThat(String.join(", ", keys(written.json())))
                .isEqualTo("body, body_text, id, user_id, ticket_id, created_at, updated_at, attachments,"
                        + " last_edited_at, last_edited_user_id, cloud_files");
        assertThat(written.json().get("body_text").asText()).isEqualTo("Parcel lost");
        assertThat(written.json().get("last_edited_at").isNull()).isTrue();

        var again = ada.put(summary, Map.of("body", "Parcel found")).json();
        assertThat(again.get("id")).isEqualTo(written.json().get("id"));
        assertThat(again.get("last_edited_at").isNull()).isFalse();
        assertThat(ada.get(summary).json()).isEqualTo(again);

        assertThat(ada.delete(summary).status()).isEqualTo(204);
        assertThat(ada.get(summary).status()).isEqualTo(404);
    }

    @Test
    void a_summary_takes_files_and_needs_a_text() {
        String summary = "/tickets/" + server.ticket() + "/summary";
        byte[] bytes = "photo".getBytes(StandardCharsets.UTF_8);

        var written = ada.put(
                summary, new Form().with("body", "See file").file("attachments[]", "p.txt", bytes, "text/plain"));

        assertThat(written.json().at("/attachments/0/name").asText()).isEqualTo("p.txt");
        assertThat(ada.get(summary).json().get("attachments")).hasSize(1);
        assertThat(ada.put(summary, Map.of()).status()).isEqualTo(400);
        assertThat(ada.put(summary, Map.of("body", " ")).status()).isEqualTo(400);
        assertThat(ada.get(summary).json().get("body_text").asText()).isEqualTo("See file");
    }

    private static List<String> keys(JsonNode node) {
        var keys = new ArrayList<String>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
