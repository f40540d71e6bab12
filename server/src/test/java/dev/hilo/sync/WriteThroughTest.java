package dev.hilo.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import dev.hilo.client.HiloClient;
import dev.hilo.client.Reply;
import dev.hilo.testing.RawHttp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is written on a mirror goes to the account that is mirrored, once. */
class WriteThroughTest {

    static Twins twins;
    static HiloClient ada;

    @BeforeAll
    static void start() throws Exception {
        twins = new Twins();
        ada = twins.ada;
        twins.sync();
        twins.resting(false);
    }

    @AfterEach
    void without_faults() {
        ada.delete(Twins.SANDBOX + "/faults");
    }

    @AfterAll
    static void stop() throws Exception {
        twins.close();
    }

    /** One that is on both sides. */
    private static long ticket() {
        long id = id(ada.post(
                "/tickets",
                Map.of(
                        "email", "carla@customer.test",
                        "subject", "Where is it?",
                        "description", "It has not come.",
                        "status", 2,
                        "priority", 1)));
        twins.syncUntil(() -> twins.here("GET", "/tickets/" + id, null).status() == 200);
        return id;
    }

    private static long id(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isBetween(200, 201);
        return reply.json().get("id").asLong();
    }

    private static long id(RawHttp.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().get("id").asLong();
    }

    private static JsonNode outgoing() {
        var reply = twins.here("GET", "/api/hilo/v1/links/" + twins.accountId + "/outgoing?per_page=100", null);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    /** Newest first. */
    private static List<JsonNode> outgoing(long ticket) {
        var rows = new ArrayList<JsonNode>();
        for (var row : outgoing()) if (row.path("ticket_id").asLong() == ticket) rows.add(row);
        return rows;
    }

    private static List<String> states(long ticket) {
        return outgoing(ticket).stream()
                .map(row -> row.path("kind").asText() + " " + row.path("state").asText())
                .toList();
    }

    /** Sends until so many of the ticket have come to an end. */
    private static void sent(long ticket, int count) {
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    twins.here.hilo().sync().send(twins.accountId);
                    var states = states(ticket);
                    return states.size() == count
                            && states.stream()
                                    .noneMatch(state -> state.endsWith("WAITING") || state.endsWith("SENDING"));
                });
    }

    private static long withFile(long ticket) {
        var form = """
                --b\r
                Content-Disposition: form-data; name="body"\r
                \r
                The bill\r
                --b\r
                Content-Disposition: form-data; name="attachments[]"; filename="bill.txt"\r
                Content-Type: text/plain\r
                \r
                12 euros\r
                --b--\r
                """;
        return id(twins.mirror.call(
                "POST",
                "/api/v2/tickets/" + ticket + "/notes",
                Map.of("Content-Type", "multipart/form-data; boundary=b"),
                form.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<Long, String> there(long ticket) {
        return bodies(twins.original("/tickets/" + ticket + "/conversations"));
    }

    private static Map<Long, String> here(long ticket) {
        return bodies(twins.mirrored("/tickets/" + ticket + "/conversations"));
    }

    private static Map<Long, String> bodies(JsonNode entries) {
        var bodies = new HashMap<Long, String>();
        for (var entry : entries) {
            bodies.put(entry.path("id").asLong(), entry.path("body_text").asText());
        }
        return bodies;
    }

    @Test
    void replies_notes_edits_and_deletions_go_there_in_order_and_get_its_numbers() {
        long ticket = ticket();
        id(twins.here("POST", "/tickets/" + ticket + "/reply", Map.of("body", "On its way")));
        long note = id(twins.here("POST", "/tickets/" + ticket + "/notes", Map.of("body", "Typo")));
        long dropped = withFile(ticket);
        assertThat(note).isGreaterThan(Landing.OURS_UNTIL_SENT);
        sent(ticket, 3);
        assertThat(there(ticket)).hasSize(3).isEqualTo(here(ticket));
        twins.assertSameEntries(ticket);

        long remote = outgoing(ticket).get(1).path("remote_id").asLong();
        assertThat(twins.here("PUT", "/conversations/" + remote, Map.of("body", "No typo"))
                        .status())
                .isEqualTo(200);
        long file = outgoing(ticket).getFirst().path("remote_id").asLong();
        assertThat(file).isNotEqualTo(dropped);
        assertThat(twins.here("DELETE", "/conversations/" + file, null).status())
                .isEqualTo(204);
        sent(ticket, 5);

        assertThat(there(ticket)).containsValues("On its way", "No typo").hasSize(2);
        twins.assertSameEntries(ticket);
    }

    @Test
    void changes_deletion_and_restoration_of_tickets_go_there() {
        long ticket = ticket();
        twins.here("PUT", "/tickets/" + ticket, Map.of("status", 3, "priority", 4, "tags", List.of("a", "b")));
        sent(ticket, 1);
        var there = ada.get("/tickets/" + ticket).json();
        assertThat(there.path("status").asInt()).isEqualTo(3);
        assertThat(there.path("priority").asInt()).isEqualTo(4);
        assertThat(there.path("tags")).hasSize(2);

        assertThat(twins.here("DELETE", "/tickets/" + ticket, null).status()).isEqualTo(204);
        sent(ticket, 2);
        assertThat(ada.get("/tickets/" + ticket).json().path("deleted").asBoolean())
                .isTrue();
        assertThat(twins.here("PUT", "/tickets/" + ticket + "/restore", null).status())
                .isEqualTo(204);
        sent(ticket, 3);
        assertThat(ada.get("/tickets/" + ticket).json().path("deleted").asBoolean())
                .isFalse();
    }

    @Test
    void what_both_sides_changed_is_as_the_other_side_says_and_ours_is_shown() {
        long ticket = ticket();
        twins.resting(true);
        twins.here("PUT", "/tickets/" + ticket, Map.of("status", 3, "priority", 4));
        ada.put("/tickets/" + ticket, Map.of("status", 4));
        await().until(() -> !outgoing(ticket).isEmpty());
        twins.resting(false);
        sent(ticket, 1);

        var there = ada.get("/tickets/" + ticket).json();
        assertThat(there.path("status").asInt()).isEqualTo(4);
        assertThat(there.path("priority").asInt()).isEqualTo(4);
        assertThat(twins.here("GET", "/tickets/" + ticket, null)
                        .json()
                        .path("status")
                        .asInt())
                .isEqualTo(4);
        var told = outgoing(ticket).getFirst();
        assertThat(told.path("trouble").asText()).isEqualTo("Changed there meanwhile: status");
        assertThat(told.path("fields").path("status").asInt()).isEqualTo(3);
    }

    @Test
    void no_fault_makes_a_reply_appear_twice_or_never() {
        var faults = List.of(
                "{'kind':'answer','status':500,'times':1,'afterwards':true}",
                "{'kind':'drop','times':1,'afterwards':true}",
                "{'kind':'drop','times':1}",
                "{'kind':'answer','status':503,'times':2}",
                "{'kind':'answer','status':429,'retry_after':1,'times':1}");
        var tickets = new ArrayList<Long>();
        for (var fault : faults) {
            long ticket = ticket();
            tickets.add(ticket);
            // What was said before in the same words is another reply.
            id(ada.post("/tickets/" + ticket + "/reply", Map.of("body", "Same words")));
            var body =
                    fault.replace("'", "\"").replace("}", ",\"method\":\"POST\",\"path\":\"/" + ticket + "/reply$\"}");
            assertThat(ada.post(Twins.SANDBOX + "/faults", json(body)).status()).isEqualTo(201);
        }
        for (long ticket : tickets) {
            id(twins.here("POST", "/tickets/" + ticket + "/reply", Map.of("body", "Same words")));
            id(twins.here("POST", "/tickets/" + ticket + "/reply", Map.of("body", "And then")));
        }
        for (int i = 0; i < tickets.size(); i++) {
            long ticket = tickets.get(i);
            sent(ticket, 2);
            assertThat(states(ticket)).as(faults.get(i)).containsExactly("REPLY DONE", "REPLY DONE");
            assertThat(there(ticket).values())
                    .as(faults.get(i))
                    .containsExactlyInAnyOrder("Same words", "Same words", "And then");
            twins.assertSameEntries(ticket);
        }
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void what_waits_is_shown_and_can_be_taken_back() {
        long ticket = ticket();
        twins.resting(true);
        id(twins.here("POST", "/tickets/" + ticket + "/reply", Map.of("body", "Never mind")));
        await().until(() -> !outgoing(ticket).isEmpty());
        var waiting = outgoing(ticket).getFirst();
        assertThat(waiting.path("state").asText()).isEqualTo("WAITING");

        var path = "/api/hilo/v1/links/" + twins.accountId + "/outgoing/"
                + waiting.path("id").asLong();
        assertThat(twins.here("DELETE", path, null).status()).isEqualTo(204);
        assertThat(twins.here("DELETE", path, null).status()).isEqualTo(404);
        twins.resting(false);
        sent(ticket, 1);

        assertThat(states(ticket)).containsExactly("REPLY CANCELLED");
        assertThat(there(ticket)).isEmpty();
        assertThat(here(ticket)).isEmpty();
    }

    @Test
    void what_is_refused_there_is_not_kept_here() {
        long ticket = ticket();
        assertThat(ada.post(
                                Twins.SANDBOX + "/faults",
                                Map.of(
                                        "kind",
                                        "answer",
                                        "status",
                                        400,
                                        "method",
                                        "POST",
                                        "path",
                                        "/" + ticket + "/notes$"))
                        .status())
                .isEqualTo(201);
        id(twins.here("POST", "/tickets/" + ticket + "/notes", Map.of("body", "Refused")));
        sent(ticket, 1);
        assertThat(states(ticket)).containsExactly("NOTE REFUSED");
        assertThat(outgoing(ticket).getFirst().path("trouble").asText()).startsWith("400");
        assertThat(here(ticket)).isEmpty();
    }

    @Test
    void tickets_are_created_in_the_other_account_alone() {
        var refused = twins.here(
                "POST",
                "/tickets",
                Map.of("email", "x@y.test", "subject", "S", "description", "D", "status", 2, "priority", 1));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(refused.json().path("code").asText()).isEqualTo("linked_account");
    }
}
