package dev.hilo.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.client.HiloClient;
import dev.hilo.client.Reply;
import dev.hilo.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationsApiTest {

    static TestServer server;
    static HiloClient ada;
    long ticket;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void open_a_ticket() {
        ticket = ada.post(
                        "/tickets",
                        Map.of(
                                "subject", "Where is my order?",
                                "description", "Order 1042 has not come.",
                                "email", "carla@customer.test",
                                "status", 3,
                                "priority", 1))
                .json()
                .get("id")
                .asLong();
    }

    @Test
    void a_reply_answers_with_the_recorded_keys_and_its_location() {
        var reply = ada.post(
                "/tickets/" + ticket + "/reply",
                Map.of("body", "It left today.", "cc_emails", List.of("boss@customer.test")));

        assertThat(reply.status()).isEqualTo(201);
        var body = reply.json();
        assertThat(keys(body))
                .startsWith(
                        "id",
                        "user_id",
                        "from_email",
                        "cc_emails",
                        "bcc_emails",
                        "body",
                        "body_text",
                        "ticket_id",
                        "to_emails",
                        "attachments",
                        "source_additional_info",
                        "created_at",
                        "updated_at");
        assertThat(keys(body)).doesNotContain("source", "incoming", "private", "category", "support_email");
        assertThat(body.get("body").asText()).isEqualTo("<div>It left today.</div>");
        assertThat(body.get("to_emails").get(0).asText()).isEqualTo("carla@customer.test");
        assertThat(reply.header("Location")).contains(server.address() + "/api/v2/conversations/" + body.get("id"));
    }

    @Test
    void the_first_reply_sets_both_response_times_and_leaves_the_status_alone() {
        var first = post("reply", Map.of("body", "One moment.")).json();
        post("reply", Map.of("body", "Found it."));

        var view = ada.get("/tickets/" + ticket + "?include=stats").json();
        assertThat(view.get("status").asInt()).isEqualTo(3);
        assertThat(view.get("stats").get("first_responded_at")).isEqualTo(first.get("created_at"));
        assertThat(view.get("stats").get("agent_responded_at").isNull()).isFalse();
    }

    @Test
    void the_addresses_of_a_reply_join_those_of_the_ticket_once() {
        post("reply", Map.of("body", "a", "cc_emails", List.of("x@y.test")));
        post("reply", Map.of("body", "b", "cc_emails", List.of("x@y.test", "z@y.test")));

        assertThat(texts(view().get("reply_cc_emails"))).containsExactly("x@y.test", "z@y.test");
    }

    @Test
    void a_note_is_private_unless_told_and_moves_no_response_time() {
        var note = post("notes", Map.of("body", "Dryrun test note"));

        assertThat(note.status()).isEqualTo(201);
        var body = note.json();
        assertThat(keys(body))
                .startsWith(
                        "body",
                        "body_text",
                        "structured_body",
                        "id",
                        "incoming",
                        "private",
                        "user_id",
                        "support_email",
                        "ticket_id",
                        "to_emails",
                        "created_at",
                        "updated_at",
                        "attachments");
        assertThat(body.get("private").asBoolean()).isTrue();
        assertThat(body.get("body_text").asText()).isEqualTo("Dryrun test note");
        var stats = ada.get("/tickets/" + ticket + "?include=stats").json().get("stats");
        assertThat(stats.get("agent_responded_at").isNull()).isTrue();
    }

    @Test
    void entries_are_listed_oldest_first_with_the_recorded_values_of_their_kind() {
        post("notes", Map.of("body", "a note"));
        post("reply", Map.of("body", "a reply"));
        post("forward", Map.of("body", "fyi", "to_emails", List.of("third@party.test")));

        var list = ada.get("/tickets/" + ticket + "/conversations").json();
        assertThat(list).hasSize(3);
        var note = list.get(0);
        assertThat(List.of(note.get("source").asInt(), note.get("category").asInt()))
                .containsExactly(2, 2);
        assertThat(note.get("bcc_emails").isNull()).isTrue();
        assertThat(note.get("support_email").isNull()).isTrue();
        var reply = list.get(1);
        assertThat(List.of(reply.get("source").asInt(), reply.get("category").asInt()))
                .containsExactly(0, 3);
        assertThat(reply.get("bcc_emails")).isEmpty();
        var forward = list.get(2);
        assertThat(List.of(
                        forward.get("source").asInt(), forward.get("category").asInt()))
                .containsExactly(8, 2);
        assertThat(forward.get("has_quoted_text").asBoolean()).isTrue();
        assertThat(texts(view().get("fwd_emails"))).containsExactly("third@party.test");
    }

    @Test
    void pages_link_to_the_next_and_end_without_a_link() {
        for (int i = 0; i < 5; i++) post("notes", Map.of("body", "note " + i));

        var first = ada.get("/tickets/" + ticket + "/conversations?per_page=3");
        assertThat(first.json()).hasSize(3);
        assertThat(first.next())
                .contains(server.address() + "/api/v2/tickets/" + ticket + "/conversations?per_page=3&page=2");
        var second = ada.get("/tickets/" + ticket + "/conversations?per_page=3&page=2");
        assertThat(second.json()).hasSize(2);
        assertThat(second.next()).isEmpty();
        assertThat(ada.get("/tickets/" + ticket + "/conversations?page=9").json())
                .isEmpty();
    }

    @Test
    void only_notes_can_be_edited_and_what_is_deleted_is_gone() {
        long note = post("notes", Map.of("body", "draft")).json().get("id").asLong();
        long reply = post("reply", Map.of("body", "sent")).json().get("id").asLong();

        var edited = ada.put("/conversations/" + note, Map.of("body", "<b>final</b>"));
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.json().get("body_text").asText()).isEqualTo("final");
        assertThat(ada.put("/conversations/" + reply, Map.of("body", "x")).status())
                .isEqualTo(405);
        assertThat(ada.put("/conversations/" + note, Map.of("private", false)).status())
                .isEqualTo(400);

        assertThat(ada.delete("/conversations/" + note).status()).isEqualTo(204);
        assertThat(ada.delete("/conversations/" + note).status()).isEqualTo(404);
        assertThat(ada.get("/tickets/" + ticket + "/conversations").json()).hasSize(1);
    }

    @Test
    void what_cannot_be_sent_is_refused_with_every_fault() {
        assertError(post("reply", Map.of()), 400, "body", "missing_field");
        assertError(post("reply", Map.of("body", "x", "private", true)), 400, "private", "invalid_field");
        assertError(post("notes", Map.of("body", 5)), 400, "body", "datatype_mismatch");
        assertError(post("notes", Map.of("body", "x", "user_id", 12)), 400, "user_id", "invalid_value");
        assertError(
                post("reply", Map.of("body", "x", "from_email", "no@acme.test")), 400, "from_email", "invalid_value");
        assertError(
                post("reply", Map.of("body", "x", "cc_emails", List.of("nope"))), 400, "cc_emails", "invalid_value");
        assertError(
                post("notes", Map.of("body", "x", "attachments", List.of("http://a.test/b.png"))),
                400,
                "attachments",
                "datatype_mismatch");
        assertThat(ada.get("/tickets/" + ticket + "/conversations").json()).isEmpty();
        assertThat(ada.post("/tickets/999999/notes", Map.of("body", "x")).status())
                .isEqualTo(404);
    }

    @Test
    void a_ticket_in_the_trash_can_be_read_but_not_written() {
        post("notes", Map.of("body", "before"));
        ada.delete("/tickets/" + ticket);

        assertThat(ada.get("/tickets/" + ticket + "/conversations").json()).hasSize(1);
        var refused = post("notes", Map.of("body", "after"));
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.json().get("message").asText())
                .isEqualTo("POST method is not allowed. It should be one of these method(s): GET");
    }

    @Test
    void the_ticket_embeds_its_ten_oldest_entries() {
        for (int i = 0; i < 12; i++) post("notes", Map.of("body", "note " + i));

        var embedded =
                ada.get("/tickets/" + ticket + "?include=conversations").json().get("conversations");
        assertThat(embedded).hasSize(10);
        assertThat(embedded.get(0).get("body_text").asText()).isEqualTo("note 0");
    }

    private Reply post(String what, Object body) {
        return ada.post("/tickets/" + ticket + "/" + what, body);
    }

    private JsonNode view() {
        return ada.get("/tickets/" + ticket).json();
    }

    private static void assertError(Reply reply, int status, String field, String code) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.json().get("description").asText()).isEqualTo("Validation failed");
        var error = reply.json().get("errors").get(0);
        assertThat(error.get("field").asText() + " " + error.get("code").asText())
                .isEqualTo(field + " " + code);
    }

    private static List<String> keys(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
