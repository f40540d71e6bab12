package dev.hilo.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MergeTest {

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
    void the_secondary_tickets_are_closed_and_notes_tell_of_it() {
        long primary = server.ticket();
        long second = server.ticket();
        long third = server.ticket();
        var before = view(primary).get("updated_at").asText();

        assertThat(merge(primary, List.of(second, third), Map.of())).isEqualTo(204);

        for (long id : List.of(second, third)) {
            var closed = ada.get("/tickets/" + id + "?include=stats").json();
            assertThat(closed.get("status").asInt()).isEqualTo(5);
            assertThat(closed.at("/stats/closed_at").isNull()).isFalse();
            assertThat(entries(id)).hasSize(1);
            assertThat(entries(id).get(0).get("body_text").asText()).contains("merged into ticket " + primary);
        }
        assertThat(view(primary).get("status").asInt()).isEqualTo(2);
        assertThat(view(primary).get("updated_at").asText()).isGreaterThanOrEqualTo(before);
        var note = entries(primary).get(0);
        assertThat(note.get("private").asBoolean()).isTrue();
        assertThat(note.get("source").asInt()).isEqualTo(2);
        assertThat(note.get("body_text").asText())
                .contains("Ticket " + second + " has been merged", "Ticket " + third + " has been merged", "parcel");
    }

    @Test
    void notes_can_be_given() {
        long primary = server.ticket();
        long second = server.ticket();

        merge(
                primary,
                List.of(second),
                Map.of(
                        "note_in_primary", Map.of("body", "Took over <script>x</script>", "private", false),
                        "note_in_secondary", Map.of("body", "Goes on elsewhere")));

        var note = entries(primary).get(0);
        assertThat(note.get("body").asText()).isEqualTo("<div>Took over </div>");
        assertThat(note.get("private").asBoolean()).isFalse();
        assertThat(entries(second).get(0).get("body_text").asText()).isEqualTo("Goes on elsewhere");
        assertThat(entries(second).get(0).get("private").asBoolean()).isTrue();
    }

    @Test
    void the_people_of_the_secondary_tickets_get_copies_when_asked() {
        long primary = create("carla@customer.test", List.of("boss@customer.test"));
        long second = create("dan@other.test", List.of("boss@customer.test", "eve@other.test"));
        long same = create("carla@customer.test", List.of());

        merge(primary, List.of(second, same), Map.of("convert_recepients_to_cc", true));

        assertThat(view(primary).get("cc_emails").toString())
                .isEqualTo("[\"boss@customer.test\",\"dan@other.test\",\"eve@other.test\"]");
        assertThat(view(primary).get("reply_cc_emails")).isEqualTo(view(primary).get("cc_emails"));
    }

    @Test
    void nothing_happens_when_one_ticket_cannot_be_merged() {
        long primary = server.ticket();
        long second = server.ticket();
        long trashed = server.ticket();
        ada.delete("/tickets/" + trashed);

        assertThat(refused(primary, List.of(second, trashed))).isEqualTo("ticket_ids invalid_value");
        assertThat(refused(primary, List.of(second, 999_999L))).isEqualTo("ticket_ids invalid_value");
        assertThat(refused(primary, List.of(second, primary))).isEqualTo("ticket_ids invalid_value");
        assertThat(refused(primary, List.of())).isEqualTo("ticket_ids missing_field");
        assertThat(refused(trashed, List.of(second))).isEqualTo("primary_id invalid_value");
        assertThat(view(second).get("status").asInt()).isEqualTo(2);
        assertThat(entries(primary)).isEmpty();
    }

    @Test
    void a_ticket_is_merged_once() {
        long primary = server.ticket();
        long second = server.ticket();
        long other = server.ticket();
        merge(primary, List.of(second), Map.of());

        assertThat(refused(other, List.of(second))).isEqualTo("ticket_ids invalid_value");
        assertThat(refused(second, List.of(other))).isEqualTo("primary_id invalid_value");
    }

    @Test
    void what_is_missing_or_unknown_is_told() {
        assertThat(ada.put("/tickets/merge", Map.of("foo", 1))
                        .json()
                        .get("errors")
                        .findValuesAsText("field"))
                .containsExactlyInAnyOrder("foo", "primary_id", "ticket_ids");
        assertThat(ada.put("/tickets/merge", Map.of("primary_id", "1", "ticket_ids", "2"))
                        .json()
                        .get("errors")
                        .findValuesAsText("code"))
                .containsOnly("datatype_mismatch");
    }

    @Test
    void a_ticket_that_the_caller_may_not_see_is_not_there() {
        long primary = server.ticket();
        long second = server.ticket();
        var restricted = server.agent("mia@acme.test", TicketScope.RESTRICTED, "Supervisor");

        var reply = restricted.put("/tickets/merge", Map.of("primary_id", primary, "ticket_ids", List.of(second)));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(view(second).get("status").asInt()).isEqualTo(2);
    }

    @Test
    void an_empty_note_is_refused() {
        var asked = Map.of(
                "primary_id", server.ticket(),
                "ticket_ids", List.of(server.ticket()),
                "note_in_primary", Map.of("body", " "));

        assertThat(ada.put("/tickets/merge", asked).json().at("/errors/0/field").asText())
                .isEqualTo("note_in_primary.body");
    }

    private static int merge(long primary, List<Long> ids, Map<String, Object> more) {
        var asked = new HashMap<String, Object>(Map.of("primary_id", primary, "ticket_ids", ids));
        asked.putAll(more);
        return ada.put("/tickets/merge", asked).status();
    }

    private static String refused(long primary, List<Long> ids) {
        var reply = ada.put("/tickets/merge", Map.of("primary_id", primary, "ticket_ids", ids));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        var error = reply.json().get("errors").get(0);
        return error.get("field").asText() + " " + error.get("code").asText();
    }

    private static long create(String email, List<String> cc) {
        return ada.post(
                        "/tickets",
                        Map.of(
                                "email",
                                email,
                                "subject",
                                "S",
                                "description",
                                "D",
                                "status",
                                2,
                                "priority",
                                1,
                                "cc_emails",
                                cc))
                .json()
                .get("id")
                .asLong();
    }

    private static JsonNode view(long id) {
        return ada.get("/tickets/" + id).json();
    }

    private static JsonNode entries(long id) {
        return ada.get("/tickets/" + id + "/conversations").json();
    }
}
