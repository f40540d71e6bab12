package dev.hilo.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.TicketScope;
import dev.hilo.client.HiloClient;
import dev.hilo.testing.TestServer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChangesApiTest {

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
    void every_change_of_a_ticket_and_its_entries_is_told_in_order_with_who_and_why() {
        long ticket = server.ticket();
        var note = ada.post("/tickets/" + ticket + "/notes", Map.of("body", "<div>first words</div>"));
        long entry = note.json().get("id").asLong();
        ada.put("/conversations/" + entry, Map.of("body", "<div>second words</div>"));
        ada.delete("/conversations/" + entry);
        ada.put("/tickets/" + ticket, Map.of("status", 4));
        ada.delete("/tickets/" + ticket);
        ada.put("/tickets/" + ticket + "/restore");

        var events = changes("ticket_id=" + ticket);

        assertThat(types(events))
                .containsExactly(
                        "ticket.created",
                        "conversation.created",
                        "conversation.updated",
                        "conversation.deleted",
                        "ticket.updated",
                        "ticket.deleted",
                        "ticket.restored");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.at("/actor/kind").asText()).isEqualTo("AGENT");
            assertThat(event.at("/actor/id").asLong()).isEqualTo(server.caller().agentId());
            assertThat(event.get("cause").asText()).startsWith("api ");
        });
        assertThat(events.get(1).get("cause").asText())
                .isEqualTo("api " + note.header("x-request-id").orElseThrow());
        assertThat(events.get(2).at("/before/body").asText()).contains("first words");
        assertThat(events.get(2).at("/after/body").asText()).contains("second words");
        assertThat(events.get(4).at("/before/status").asInt()).isEqualTo(2);
        assertThat(events.get(4).at("/after/status").asInt()).isEqualTo(4);
    }

    @Test
    void a_reader_that_goes_on_from_next_gets_each_event_once() {
        long start = end();
        for (int i = 0; i < 7; i++) server.ticket();
        var whole = changes("after=" + start);

        var pieces = new ArrayList<JsonNode>();
        long next = start;
        JsonNode page;
        do {
            page = read("after=" + next + "&limit=3");
            page.get("events").forEach(pieces::add);
            next = page.get("next").asLong();
        } while (page.get("more").asBoolean());

        assertThat(pieces).hasSizeGreaterThanOrEqualTo(7).isEqualTo(whole);
        assertThat(changes("after=" + next)).isEmpty();
    }

    @Test
    void types_choose_among_events_and_the_reader_still_moves_on() {
        long start = end();
        long ticket = server.ticket();
        ada.put("/tickets/" + ticket, Map.of("priority", 3));

        assertThat(types(changes("after=" + start + "&types=ticket.updated"))).containsExactly("ticket.updated");
        assertThat(types(changes("after=" + start + "&types=ticket.*,contact.created")))
                .contains("ticket.created", "ticket.updated");
        var nothing = read("after=" + start + "&types=company.created");
        assertThat(nothing.get("events")).isEmpty();
        assertThat(nothing.get("next").asLong()).isGreaterThan(start);
    }

    @Test
    void a_secret_is_never_told() {
        long start = end();
        server.hilo().keys().create(server.acme().accountId(), TestServer.ADMIN, "another");

        var key = changes("after=" + start).getFirst();
        assertThat(key.get("type").asText()).isEqualTo("api_key.created");
        assertThat(key.get("after").has("hash")).isFalse();
        assertThat(key.get("after").has("name")).isTrue();
    }

    @Test
    void wrong_parameters_are_refused() {
        for (var wrong : List.of("limit=0", "limit=1001", "after=-1", "types=x", "after=x", "nonsense=1")) {
            assertThat(ada.get("/api/hilo/v1/changes?" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void only_those_who_may_take_data_out_may_read_them() {
        var agent = server.agent("plain@acme.test", TicketScope.GLOBAL);
        assertThat(agent.get("/api/hilo/v1/changes").status()).isEqualTo(403);
    }

    @Test
    void an_event_that_ends_late_is_not_skipped() throws Exception {
        long start = end();
        var tickets = List.of(server.ticket(), server.ticket());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var held = new java.util.concurrent.CountDownLatch(1);
            var drawn = new java.util.concurrent.CountDownLatch(1);
            Future<?> late = threads.submit(() -> server.database().write(handle -> {
                handle.execute("update tickets set subject = 'late' where id = ?", tickets.get(0));
                drawn.countDown();
                held.await();
                return null;
            }));
            drawn.await();
            long next;
            try {
                ada.put("/tickets/" + tickets.get(1), Map.of("subject", "early"));
                var before = readNow("after=" + start + "&types=ticket.updated");
                assertThat(before.get("events"))
                        .as("the early one waits for the late one")
                        .isEmpty();
                next = before.get("next").asLong();
            } finally {
                held.countDown();
            }
            late.get();

            var subjects = changes("after=" + next + "&types=ticket.updated").stream()
                    .map(event -> event.at("/after/subject").asText())
                    .toList();
            assertThat(subjects).containsExactly("late", "early");
        }
    }

    @Test
    void events_cannot_be_changed() {
        server.ticket();
        assertThatThrownBy(() -> server.database().run(h -> h.execute("update events set cause = 'x'")))
                .hasMessageContaining("events are never changed");
        assertThatThrownBy(() -> server.database().run(h -> h.execute("delete from events")))
                .hasMessageContaining("events are never changed");
    }

    @Test
    void who_is_erased_leaves_the_history_too_and_that_is_an_event() {
        long start = end();
        var asked = Map.of(
                "email",
                "erika@gone.test",
                "subject",
                "Secret of Erika",
                "description",
                "Erika's",
                "status",
                2,
                "priority",
                1);
        var first = ada.post("/tickets", asked).json();
        var purged = ada.post("/tickets", asked).json();
        ada.post("/tickets/" + first.get("id") + "/notes", Map.of("body", "Erika called"));
        server.database()
                .run(h -> h.execute(
                        "delete from tickets where id = ?", purged.get("id").asLong()));
        assertThat(changes("after=" + start).toString()).contains("Erika", "erika@gone.test");

        assertThat(ada.delete("/contacts/" + first.get("requester_id") + "/hard_delete?force=true")
                        .status())
                .isEqualTo(204);

        var events = changes("after=" + start);
        assertThat(events.toString()).doesNotContainIgnoringCase("erika");
        assertThat(types(events))
                .contains("ticket.created", "conversation.created")
                .endsWith("contact.erased");
    }

    @Test
    void a_stream_tells_what_happens_and_goes_on_from_the_last_event() throws Exception {
        long start = end();
        long first = server.ticket();
        String last;
        try (var stream = stream("?types=ticket.*&after=" + start, null)) {
            assertThat(data(stream).get("record_id").asLong()).isEqualTo(first);
            ada.put("/tickets/" + first, Map.of("priority", 4));
            var live = data(stream);
            assertThat(live.get("type").asText()).isEqualTo("ticket.updated");
            last = live.get("id").asText();
        }
        long second = server.ticket();
        try (var stream = stream("?types=ticket.*", last)) {
            assertThat(data(stream).get("record_id").asLong()).isEqualTo(second);
        }
    }

    private static BufferedReader stream(String query, String lastEventId) throws Exception {
        var request = HttpRequest.newBuilder(server.address().resolve("/api/hilo/v1/changes" + query))
                .header("Accept", "text/event-stream")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString((server.adminKey() + ":X").getBytes()));
        if (lastEventId != null) request.header("Last-Event-ID", lastEventId);
        var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(answer.body()));
    }

    private static JsonNode data(BufferedReader stream) throws Exception {
        String line = stream.readLine();
        while (!line.startsWith("data: ")) line = stream.readLine();
        return dev.hilo.api.Json.MAPPER.readTree(line.substring(6));
    }

    private static long end() {
        return changes("limit=1000&after=0").stream()
                .mapToLong(event -> event.get("id").asLong())
                .max()
                .orElse(0);
    }

    private static List<JsonNode> changes(String query) {
        return StreamSupport.stream(
                        read(query + (query.contains("limit") ? "" : "&limit=1000"))
                                .get("events")
                                .spliterator(),
                        false)
                .toList();
    }

    private static JsonNode read(String query) {
        server.awaitHorizon();
        return readNow(query);
    }

    private static JsonNode readNow(String query) {
        var reply = ada.get("/api/hilo/v1/changes?" + query);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream().map(event -> event.get("type").asText()).toList();
    }
}
