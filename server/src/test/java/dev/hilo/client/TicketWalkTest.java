package dev.hilo.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hilo.api.TicketItem;
import dev.hilo.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketWalkTest {

    private static final int TICKETS = 40;

    private static TestServer server;
    private static HiloClient ada;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        ada = server.admin();
        for (int i = 0; i < TICKETS; i++) server.ticket();
        // Seconds of their own but for the first fifteen, which share one.
        server.database().write(h -> h.execute("""
                update tickets set updated_at =
                    date_trunc('second', now()) - interval '1 hour' + greatest(id, 15) * interval '1 second'"""));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static Tickets tickets(int perPage, int lastPage) {
        return new Tickets(ada.raw(), Address.of("/tickets"), perPage, lastPage);
    }

    @Test
    void goes_through_the_ceiling_with_each_ticket_once() {
        for (int lastPage : new int[] {2, 3, 300}) {
            var ids = tickets(10, lastPage).updatedSince(Instant.EPOCH).stream()
                    .map(TicketItem::id)
                    .toList();
            assertThat(ids).doesNotHaveDuplicates().hasSize(TICKETS);
        }
    }

    @Test
    void a_change_during_the_walk_hides_no_ticket() {
        var seen = new HashSet<Long>();
        var walk = tickets(10, 300).updatedSince(Instant.EPOCH).batches().iterator();
        walk.next().documents().forEach(t -> seen.add(t.id()));
        walk.next().documents().forEach(t -> seen.add(t.id()));
        for (long id : seen.stream().limit(4).toList()) ada.put("/tickets/" + id, Map.of("priority", 3));
        walk.forEachRemaining(batch -> batch.documents().forEach(t -> seen.add(t.id())));
        assertThat(seen).hasSize(TICKETS);
    }

    @Test
    void goes_on_where_another_walk_stopped() {
        var pages = tickets(10, 3).updatedSince(Instant.EPOCH);
        var ids = new ArrayList<Long>();
        String next = null;
        do {
            var batch = pages.startingAt(next).batches().findFirst().orElseThrow();
            batch.documents().forEach(t -> ids.add(t.id()));
            next = batch.next();
        } while (next != null);
        assertThat(new HashSet<>(ids)).hasSize(TICKETS);
        assertThat(ids.size()).isLessThan(TICKETS + 10);
    }

    @Test
    void lists_are_read_as_far_as_they_are_walked() {
        ada.delete("/api/hilo/v1/sandbox/calls");
        assertThat(tickets(10, 300).all().stream().limit(15).toList()).hasSize(15);
        assertThat(calls("/api/v2/tickets")).isEqualTo(2);
    }

    @Test
    void the_latest_conversations_take_few_calls() {
        long ticket = TICKETS;
        for (int i = 1; i <= 23; i++) ada.post("/tickets/" + ticket + "/notes", Map.of("body", "Note " + i));
        ada.delete("/api/hilo/v1/sandbox/calls");
        assertThat(ada.ticket(ticket).conversations().latest(3))
                .extracting(c -> c.bodyText())
                .containsExactly("Note 21", "Note 22", "Note 23");
        assertThat(calls("/conversations")).isEqualTo(1);

        var short_pages = new TicketConversations(ada.raw(), "/tickets/" + ticket + "/conversations", 2);
        ada.delete("/api/hilo/v1/sandbox/calls");
        assertThat(short_pages.latest(3))
                .extracting(c -> c.bodyText())
                .containsExactly("Note 21", "Note 22", "Note 23");
        assertThat(calls("/conversations")).isLessThanOrEqualTo(9);
        assertThat(short_pages.latest(100)).hasSize(23);
    }

    @Test
    void unknown_fields_and_types_are_kept() {
        var json = dev.hilo.api.Json.MAPPER
                .createObjectNode()
                .put("id", 7)
                .put("mood", "sunny")
                .put("status", "odd");
        var document = Document.of(json, TicketItem.class);
        assertThat(document.with("subject", "New").json().get("mood").asText()).isEqualTo("sunny");
        assertThat(dev.hilo.api.Json.MAPPER.<com.fasterxml.jackson.databind.JsonNode>valueToTree(document))
                .isEqualTo(json);
        org.assertj.core.api.Assertions.assertThatThrownBy(document::record)
                .isInstanceOf(java.io.UncheckedIOException.class);
    }

    @Test
    void a_file_is_streamed_to_disk_and_a_failed_one_leaves_nothing(@TempDir Path folder) throws Exception {
        var form = new Form().with("body", "See the file.");
        form.file("attachments[]", "hello.txt", "Hello".getBytes(StandardCharsets.UTF_8), "text/plain");
        long ticket = TICKETS;
        ada.post("/tickets/" + ticket + "/notes", form);
        var file = ada.ticket(ticket)
                .conversations()
                .latest(1)
                .getFirst()
                .attachments()
                .getFirst();
        var saved = ada.attachments().download(file, folder.resolve("hello.txt"));
        assertThat(Files.readString(saved)).isEqualTo("Hello");
        assertThat(ada.attachments().bytes(file))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("Hello");

        ada.attachments().delete(file.id());
        var gone = folder.resolve("gone.txt");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> ada.attachments().download(file, gone))
                .isInstanceOf(ApiError.class);
        assertThat(gone).doesNotExist();
    }

    private static int calls(String path) {
        return ada.get("/api/hilo/v1/sandbox/calls/count?path=" + path)
                .json()
                .get("calls")
                .asInt();
    }
}
