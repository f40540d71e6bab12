package dev.hilo.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.client.Form;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to tickets as time goes by. */
class UpkeepTest {

    TestServer server;
    HiloClient ada;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void closed_tickets_are_archived_after_120_days() {
        long closed = server.ticket();
        ada.post("/tickets/" + closed + "/notes", Map.of("body", "Found it"));
        ada.put("/tickets/" + closed, Map.of("status", 5));
        long open = server.ticket();

        archiveIn(Duration.ofDays(119));
        assertThat(ada.get("/tickets/" + closed).status()).isEqualTo(200);
        archiveIn(Duration.ofDays(121));

        assertThat(ada.get("/tickets/" + closed).status()).isEqualTo(404);
        assertThat(ada.get("/tickets/archived/" + open).status()).isEqualTo(404);
        assertThat(ada.get("/tickets/" + open).status()).isEqualTo(200);
        var archived = ada.get("/tickets/archived/" + closed);
        assertThat(archived.json().get("archived").asBoolean()).isTrue();
        assertThat(ada.get("/tickets/archived/" + closed + "/conversations").json())
                .hasSize(1);
        assertThat(ada.get("/tickets").json().findValuesAsText("id")).containsExactly(String.valueOf(open));
        assertThat(ada.put("/tickets/" + closed, Map.of("priority", 2)).status())
                .isEqualTo(404);
    }

    @Test
    void a_further_message_of_the_customer_is_due_and_escalated_until_it_is_answered() {
        long id = server.ticket();
        customerWrites(id);
        assertThat(ticket(id).get("nr_due_by").isNull()).isTrue();
        ada.post("/tickets/" + id + "/reply", Map.of("body", "On its way"));

        customerWrites(id);
        var first = ticket(id).get("nr_due_by").asText();
        assertThat(first).isNotEqualTo("null");
        customerWrites(id);
        assertThat(ticket(id).get("nr_due_by").asText()).isEqualTo(first);
        escalateIn(Duration.ofDays(7));
        assertThat(ticket(id).get("nr_escalated").asBoolean()).isTrue();

        ada.put("/tickets/" + id, Map.of("priority", 2));
        assertThat(ticket(id).get("nr_due_by").asText()).isEqualTo(first);
        ada.post("/tickets/" + id + "/reply", Map.of("body", "It should be there"));
        assertThat(ticket(id).get("nr_due_by").isNull()).isTrue();
        customerWrites(id);
        assertThat(ticket(id).get("nr_escalated").asBoolean()).isFalse();
    }

    private void customerWrites(long id) {
        var note = ada.post("/tickets/" + id + "/notes", Map.of("body", "And now?", "incoming", true));
        assertThat(note.status()).as(note.toString()).isEqualTo(201);
    }

    private JsonNode ticket(long id) {
        return ada.get("/tickets/" + id).json();
    }

    @Test
    void an_archived_ticket_is_deleted_for_good() {
        byte[] bytes = "x".getBytes(StandardCharsets.UTF_8);
        long id = server.ticket();
        ada.post(
                "/tickets/" + id + "/notes",
                new Form().with("body", "n").file("attachments[]", "a.txt", bytes, "text/plain"));
        assertThat(ada.delete("/tickets/archived/" + id).status()).isEqualTo(404);
        ada.put("/tickets/" + id, Map.of("status", 5));
        archiveIn(Duration.ofDays(121));

        assertThat(ada.delete("/tickets/archived/" + id).status()).isEqualTo(204);

        assertThat(ada.get("/tickets/archived/" + id).status()).isEqualTo(404);
        for (String table : new String[] {"tickets", "conversations", "attachments"}) {
            assertThat(rows(table)).as(table).isZero();
        }
    }

    @Test
    void the_trash_is_emptied_after_30_days() {
        long parent = server.ticket();
        long child = server.ticket();
        ada.put("/tickets/" + child, Map.of("parent_id", parent));
        ada.delete("/tickets/" + child);

        purgeIn(Duration.ofDays(29));
        assertThat(ada.get("/tickets/" + child).status()).isEqualTo(200);
        purgeIn(Duration.ofDays(31));

        assertThat(ada.get("/tickets/" + child).status()).isEqualTo(404);
        assertThat(ada.get("/tickets/" + parent).json().get("association_type").isNull())
                .isTrue();
    }

    @Test
    void a_ticket_that_is_overdue_is_marked_once() {
        long late = server.ticket();
        long closed = server.ticket();
        ada.put("/tickets/" + closed, Map.of("status", 5));
        long answered = server.ticket();
        ada.post("/tickets/" + answered + "/reply", Map.of("body", "Soon"));
        var before = ada.get("/tickets/" + late).json();
        assertThat(before.get("is_escalated").asBoolean()).isFalse();

        escalateIn(Duration.ofDays(30));

        var marked = ada.get("/tickets/" + late).json();
        assertThat(marked.get("is_escalated").asBoolean()).isTrue();
        assertThat(marked.get("fr_escalated").asBoolean()).isTrue();
        assertThat(marked.get("updated_at").asText())
                .isGreaterThan(before.get("updated_at").asText());
        assertThat(ada.get("/tickets/" + closed).json().get("is_escalated").asBoolean())
                .isFalse();
        assertThat(ada.get("/tickets/" + answered).json().get("fr_escalated").asBoolean())
                .isFalse();
        escalateIn(Duration.ofDays(31));
        assertThat(ada.get("/tickets/" + late).json().get("updated_at")).isEqualTo(marked.get("updated_at"));
    }

    private long rows(String table) {
        return server.database()
                .read(h -> h.createQuery("select count(*) from " + table)
                        .mapTo(long.class)
                        .one());
    }

    private void archiveIn(Duration time) {
        new Archiving(server.database(), server.hilo().accounts(), in(time)).run();
    }

    private void purgeIn(Duration time) {
        new Purge(server.database(), server.hilo().accounts(), server.hilo().attachments(), in(time)).run();
    }

    private void escalateIn(Duration time) {
        new Escalation(server.database(), server.hilo().accounts(), in(time)).run();
    }

    private static Clock in(Duration time) {
        return Clock.offset(Clock.systemUTC(), time);
    }
}
