package dev.hilo.bulknotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.client.HiloClient;
import dev.hilo.client.Reply;
import dev.hilo.testing.TestServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkNotesApiTest {

    static final String OURS = "/api/hilo/v1/bulk-notes";
    static final Map<String, Object> NOTE = Map.of("body", "The network is back");

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

    private long outage() {
        long id = server.ticket();
        ada.put("/tickets/" + id, Map.of("tags", List.of("outage")));
        return id;
    }

    private static Reply preview(HiloClient client, Object note) {
        return client.post(OURS, Map.of("query", "tag:'outage'", "note", note));
    }

    private JsonNode previewed() {
        var reply = preview(ada, NOTE);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json();
    }

    private long written() {
        long id = previewed().get("id").asLong();
        server.awaitJob(confirm(id));
        return id;
    }

    private Reply confirm(long id) {
        return ada.post(OURS + "/" + id + "/confirm", Map.of());
    }

    private Reply undo(long id) {
        return ada.post(OURS + "/" + id + "/undo", Map.of());
    }

    private JsonNode view(long id) {
        return ada.get(OURS + "/" + id).json();
    }

    private Map<Long, JsonNode> report(long id) {
        var report = new HashMap<Long, JsonNode>();
        ada.get(OURS + "/" + id + "/tickets?per_page=100")
                .json()
                .forEach(ticket -> report.put(ticket.get("ticket_id").asLong(), ticket));
        return report;
    }

    private List<String> entries(long ticket) {
        return ada.get("/tickets/" + ticket + "/conversations").json().findValuesAsText("body_text");
    }

    @Test
    void a_preview_tells_whom_it_would_reach_and_writes_nothing() {
        long one = outage();
        long other = outage();
        long none = server.ticket();

        var preview = previewed();

        assertThat(preview.get("status").asText()).isEqualTo("preview");
        assertThat(preview.get("tickets").asInt()).isEqualTo(2);
        assertThat(preview.get("ticket_ids").toString()).isEqualTo("[" + one + "," + other + "]");
        assertThat(preview.get("query").asText()).isEqualTo("\"tag:'outage'\"");
        assertThat(Instant.parse(preview.get("expires_at").asText())).isAfter(Instant.now());
        for (long ticket : List.of(one, other, none))
            assertThat(entries(ticket)).isEmpty();
    }

    @Test
    void a_confirmed_note_is_on_each_ticket_once() {
        long one = outage();
        long other = outage();
        long none = server.ticket();
        long id = previewed().get("id").asLong();

        var started = confirm(id);
        var job = server.awaitJob(started);
        var again = confirm(id);

        assertThat(job.get("status").asText()).isEqualTo("COMPLETED");
        assertThat(job.at("/data/written").asInt()).isEqualTo(2);
        assertThat(again.json()).isEqualTo(started.json());
        assertThat(entries(one)).containsExactly("The network is back");
        assertThat(entries(other)).containsExactly("The network is back");
        assertThat(entries(none)).isEmpty();
        assertThat(view(id).get("status").asText()).isEqualTo("done");
        assertThat(view(id).get("progress").asInt()).isEqualTo(100);
        assertThat(view(id).has("ticket_ids")).isFalse();
        var entry = ada.get("/tickets/" + one + "/conversations").json().get(0);
        assertThat(report(id).get(one).get("conversation_id")).isEqualTo(entry.get("id"));
        assertThat(entry.get("private").asBoolean()).isTrue();
    }

    @Test
    void a_public_note_and_a_reply_are_what_they_are_by_themselves() {
        long ticket = outage();
        long note = preview(ada, Map.of("body", "For all", "private", false))
                .json()
                .get("id")
                .asLong();
        server.awaitJob(confirm(note));
        long reply = ada.post(OURS, Map.of("query", "\"tag:'outage'\"", "reply", Map.of("body", "Sorry")))
                .json()
                .get("id")
                .asLong();
        server.awaitJob(confirm(reply));

        var entries = ada.get("/tickets/" + ticket + "/conversations").json();
        assertThat(entries.get(0).get("private").asBoolean()).isFalse();
        assertThat(entries.get(0).get("source").asInt()).isEqualTo(2);
        assertThat(entries.get(1).get("source").asInt()).isEqualTo(0);
        assertThat(entries.get(1).at("/to_emails/0").asText()).isEqualTo("carla@customer.test");
        assertThat(undo(reply).status()).isEqualTo(409);
    }

    @Test
    void placeholders_are_filled_in_ticket_by_ticket() {
        long one = outage();
        long other = outage();
        ada.put("/tickets/" + other, Map.of("subject", "<b>Bold</b>"));
        long id = preview(ada, Map.of("body", "<p>About {{ticket.id}}, {{ticket.subject}}</p>"))
                .json()
                .get("id")
                .asLong();

        server.awaitJob(confirm(id));

        assertThat(entries(one)).containsExactly("About " + one + ", Where is my parcel?");
        assertThat(ada.get("/tickets/" + other + "/conversations")
                        .json()
                        .at("/0/body")
                        .asText())
                .contains("About " + other + ", &lt;b&gt;Bold&lt;/b&gt;");
        var leak = Map.of("body", "{{ ticket.latest_private_comment }}", "private", false);
        assertThat(preview(ada, leak).status()).isEqualTo(400);
    }

    @Test
    void what_has_changed_since_the_preview_is_passed_over_with_the_reason() {
        long kept = outage();
        long solved = outage();
        long trashed = outage();
        long id = previewed().get("id").asLong();
        long late = outage();
        ada.put("/tickets/" + solved, Map.of("tags", List.of()));
        ada.delete("/tickets/" + trashed);

        server.awaitJob(confirm(id));

        var report = report(id);
        assertThat(report.get(kept).get("outcome").asText()).isEqualTo("written");
        for (long ticket : List.of(solved, trashed)) {
            assertThat(report.get(ticket).get("outcome").asText()).isEqualTo("skipped");
            assertThat(report.get(ticket).get("reason").asText()).isNotEmpty();
        }
        assertThat(report).doesNotContainKey(late);
        assertThat(entries(solved)).isEmpty();
        assertThat(entries(late)).isEmpty();
        assertThat(view(id).get("skipped").asInt()).isEqualTo(2);
    }

    @Test
    void an_undo_deletes_the_notes_that_nobody_has_edited() {
        long untouched = outage();
        long edited = outage();
        long deleted = outage();
        ada.post("/tickets/" + untouched + "/notes", Map.of("body", "Mine"));
        long id = written();
        var report = report(id);
        ada.put("/conversations/" + report.get(edited).get("conversation_id"), Map.of("body", "Better"));
        ada.delete("/conversations/" + report.get(deleted).get("conversation_id"));

        var undone = server.awaitJob(undo(id));

        assertThat(undone.at("/data/undone").asInt()).isEqualTo(1);
        assertThat(undone.at("/data/kept").asInt()).isEqualTo(2);
        assertThat(entries(untouched)).containsExactly("Mine");
        assertThat(entries(edited)).containsExactly("Better");
        assertThat(report(id).get(edited).get("reason").asText()).isEqualTo("It has been edited");
        assertThat(report(id).get(deleted).get("reason").asText()).isNotEmpty();
        assertThat(view(id).get("status").asText()).isEqualTo("undone");
        assertThat(undo(id).status()).isEqualTo(202);
        assertThat(confirm(id).status()).isEqualTo(409);
    }

    @Test
    void an_agent_reaches_what_the_agent_sees_and_no_more() {
        long seen = outage();
        long unseen = outage();
        var rita = server.agent("rita@acme.test", TicketScope.RESTRICTED);
        long ritaId = rita.get("/agents/me").json().get("id").asLong();
        ada.put("/tickets/" + seen, Map.of("responder_id", ritaId));

        var preview = preview(rita, NOTE).json();
        assertThat(preview.get("tickets").asInt()).isEqualTo(1);
        long id = preview.get("id").asLong();
        assertThat(confirm(id).status()).as("another's").isEqualTo(409);
        server.awaitJob(rita.post(OURS + "/" + id + "/confirm", Map.of()));

        assertThat(entries(seen)).hasSize(1);
        assertThat(entries(unseen)).isEmpty();
        assertThat(view(id).get("written").asInt()).isEqualTo(1);
        long others = previewed().get("id").asLong();
        assertThat(rita.get(OURS + "/" + others).status()).isEqualTo(404);
        assertThat(rita.get(OURS + "/" + others + "/tickets").status()).isEqualTo(404);
    }

    @Test
    void a_ticket_that_is_taken_out_of_sight_is_not_reached() {
        long ticket = outage();
        var rita = server.agent("rita@acme.test", TicketScope.RESTRICTED);
        long ritaId = rita.get("/agents/me").json().get("id").asLong();
        ada.put("/tickets/" + ticket, Map.of("responder_id", ritaId));
        long id = preview(rita, NOTE).json().get("id").asLong();
        ada.put("/tickets/" + ticket, "{\"responder_id\":null}");

        server.awaitJob(rita.post(OURS + "/" + id + "/confirm", Map.of()));

        assertThat(entries(ticket)).isEmpty();
        assertThat(report(id).get(ticket).get("outcome").asText()).isEqualTo("skipped");
    }

    @Test
    void what_is_wrong_is_refused_at_once() {
        assertThat(refused(Map.of("note", NOTE))).isEqualTo("query missing_field");
        assertThat(refused(Map.of("query", "tag:'outage'"))).isEqualTo("note missing_field");
        assertThat(refused(Map.of("query", "tag:'outage'", "note", NOTE, "reply", NOTE)))
                .isEqualTo("note missing_field");
        assertThat(refused(Map.of("query", "tag:'outage'", "note", Map.of("body", " "))))
                .isEqualTo("note.body missing_field");
        assertThat(ada.post(OURS, Map.of("query", "nonsense", "note", NOTE)).status())
                .isEqualTo(400);
        long id = previewed().get("id").asLong();
        assertThat(undo(id).status()).as("nothing written").isEqualTo(409);
    }

    private String refused(Object asked) {
        var reply = ada.post(OURS, asked);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        var error = reply.json().at("/errors/0");
        return error.get("field").asText() + " " + error.get("code").asText();
    }

    @Test
    void an_old_preview_cannot_be_confirmed_and_is_forgotten_in_time() {
        long id = previewed().get("id").asLong();
        server.database()
                .run(h -> h.execute("update bulk_notes set created_at = created_at - interval '61 minutes',"
                        + " updated_at = updated_at - interval '61 minutes'"));
        assertThat(confirm(id).status()).isEqualTo(409);
        server.hilo().bulkNotes().forgetOld();
        assertThat(view(id).get("status").asText()).isEqualTo("preview");

        server.database().run(h -> h.execute("update bulk_notes set updated_at = updated_at - interval '1 day'"));
        server.hilo().bulkNotes().forgetOld();
        assertThat(ada.get(OURS + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void a_stopped_server_goes_on_where_it_left_off() throws Exception {
        var tickets = new ArrayList<Long>();
        for (int i = 0; i < 150; i++) tickets.add(server.ticket());
        long id = ada.post(OURS, Map.of("query", "status:2", "note", NOTE))
                .json()
                .get("id")
                .asLong();
        var started = confirm(id);
        await().until(() -> view(id).get("written").asInt() > 5);

        server.restart(hilo -> {});
        ada = server.admin();

        assertThat(server.awaitJob(started).at("/data/written").asInt()).isEqualTo(150);
        for (long ticket : tickets) assertThat(entries(ticket)).containsExactly("The network is back");
    }

    @Test
    void two_nodes_at_the_same_job_write_each_note_once() throws Exception {
        var tickets = new ArrayList<Long>();
        for (int i = 0; i < 60; i++) tickets.add(outage());
        long id = previewed().get("id").asLong();
        // What happens when a node was believed dead and is not: its work is done by another one at the same time.
        var first = confirm(id);
        String second = server.database()
                .write(handle -> server.hilo()
                        .apiJobs()
                        .start(
                                handle,
                                server.caller(),
                                WriteBulkNote.KIND,
                                Map.of("bulk_note_id", id),
                                UUID.randomUUID().toString()));

        server.awaitJob(first);
        server.awaitJob(second);
        for (long ticket : tickets) assertThat(entries(ticket)).hasSize(1);
    }
}
