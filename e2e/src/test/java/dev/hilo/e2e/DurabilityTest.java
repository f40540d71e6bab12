package dev.hilo.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.client.HiloClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} under write load, again and again: what was acknowledged is there, once; what was not is there whole or
 * not at all.
 */
class DurabilityTest {

    private static final int TICKETS = 6;
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private final Random random = new Random(20261123);
    private final List<Long> tickets = new ArrayList<>();
    private final WriteLoad load = new WriteLoad(tickets);

    @TempDir
    Path home;

    private String key;

    @Test
    void whatIsAcknowledgedSurvivesTheKillingOfTheServerAndOfItsDatabase() throws Exception {
        try (var hilo = serve()) {
            key = createAccount();
            for (int i = 0; i < TICKETS; i++) tickets.add(createTicket(hilo, "base-" + i));
        }
        for (int round = 1; round <= 3; round++) killTheServer(round);
        for (int round = 4; round <= 5; round++) killTheDatabase(round);

        try (var hilo = serve()) {
            verify(hilo.http());
        }
        System.out.printf(
                "%d writes attempted, %d acknowledged, all there after 3 kills of the server and 2 of the database%n",
                load.attempted.size(), load.acknowledged.size());
    }

    private HiloProcess serve() {
        return HiloProcess.start("serve", home, Map.of("HILO_RATE_LIMITS", "off"));
    }

    private String createAccount() {
        var created = HiloProcess.run(
                HiloProcess.LAUNCHER,
                List.of("account", "create", "acme", "--email", "ada@acme.test", "--home", home.toString()),
                Map.of());
        assertThat(created.status()).as(created.err()).isZero();
        return created.out().replaceAll("(?s).*API key +(\\S+).*", "$1");
    }

    private long createTicket(HiloProcess hilo, String mark) {
        var client = HiloClient.bare(hilo.http(), key);
        await().until(() -> client.get("/tickets").status() == 200);
        var reply = client.post("/tickets", WriteLoad.ticket(mark));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().get("id").asLong();
    }

    private void killTheServer(int round) throws Exception {
        try (var hilo = serve()) {
            load.start(hilo.http(), key, round);
            load.awaitAcknowledgements(100 + random.nextInt(400));
            hilo.kill();
            load.stop();
        }
    }

    /** The server goes on, starts another one, and takes writes again. */
    private void killTheDatabase(int round) throws Exception {
        try (var hilo = serve()) {
            load.start(hilo.http(), key, round);
            load.awaitAcknowledgements(100 + random.nextInt(400));
            postmaster().destroyForcibly();
            await().atMost(RECOVERY)
                    .ignoreExceptions()
                    .until(() -> HiloClient.bare(hilo.http(), key)
                                    .get("/tickets?per_page=1")
                                    .status()
                            == 200);
            load.awaitAcknowledgements(50);
            load.stop();
        }
    }

    private ProcessHandle postmaster() throws IOException {
        var lines = Files.readAllLines(home.resolve("postgres/cluster/data/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst())).orElseThrow();
    }

    private void verify(URI root) throws Exception {
        var hilo = HiloClient.bare(root, key);
        var entries = entries(hilo);
        var created = createdTickets(hilo);

        assertThat(load.refusals).isEmpty();
        assertThat(load.acknowledged.size()).isGreaterThan(500);
        for (var write : load.acknowledged) {
            var found = (write.kind() == WriteLoad.Kind.TICKET ? created : entries).get(write.mark());
            assertThat(found).as(write.toString()).isNotNull();
            assertThat(found.get("id").asLong()).as(write.toString()).isEqualTo(write.id());
        }
        assertThat(load.attempted).containsAll(entries.keySet());
        verifyFiles(entries);
        for (long ticket : tickets) verifyThatRepliesCount(hilo, ticket, entries);
    }

    /** By mark; one that is there twice fails. */
    private Map<String, JsonNode> entries(HiloClient hilo) {
        var byMark = new HashMap<String, JsonNode>();
        for (long ticket : tickets) {
            pages(hilo, "/tickets/" + ticket + "/conversations?per_page=100")
                    .forEach(entry -> putOnce(byMark, entry.get("body_text").asText(), entry));
        }
        return byMark;
    }

    private Map<String, JsonNode> createdTickets(HiloClient hilo) {
        var byMark = new HashMap<String, JsonNode>();
        for (var ticket : pages(hilo, "/tickets?per_page=100&include=description,requester")) {
            var mark = ticket.get("subject").asText();
            putOnce(byMark, mark, ticket);
            assertThat(ticket.get("description_text").asText()).isEqualTo(mark);
            assertThat(ticket.get("tags").toString()).isEqualTo("[\"" + mark + "\"]");
            assertThat(ticket.at("/requester/email").asText()).isEqualTo(mark + "@customer.test");
        }
        return byMark;
    }

    private static void putOnce(Map<String, JsonNode> byMark, String mark, JsonNode record) {
        assertThat(byMark.put(mark, record)).as("written twice: " + mark).isNull();
    }

    private static List<JsonNode> pages(HiloClient hilo, String path) {
        var all = new ArrayList<JsonNode>();
        for (int page = 1; page <= 300; page++) {
            var reply = hilo.get(path + "&page=" + page);
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            reply.json().forEach(all::add);
            if (reply.next().isEmpty()) break;
        }
        return all;
    }

    /** An entry with its file: both or neither, and the file whole. */
    private void verifyFiles(Map<String, JsonNode> entries) throws Exception {
        var http = HttpClient.newHttpClient();
        var withFile = new HashMap<String, Boolean>();
        for (var write : load.acknowledged) {
            withFile.put(write.mark(), write.kind() == WriteLoad.Kind.NOTE_WITH_FILE);
        }
        for (var entry : entries.entrySet()) {
            var files = entry.getValue().get("attachments");
            var expected = withFile.get(entry.getKey());
            if (expected != null) assertThat(files).hasSize(expected ? 1 : 0);
            for (var file : files) {
                var url = URI.create(file.get("attachment_url").asText());
                var answer = http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
                assertThat(answer.body()).isEqualTo(entry.getKey());
            }
        }
    }

    /** A reply and what it does to its ticket: both or neither. */
    private static void verifyThatRepliesCount(HiloClient hilo, long ticket, Map<String, JsonNode> entries) {
        var latest = entries.values().stream()
                .filter(entry -> entry.get("ticket_id").asLong() == ticket)
                .filter(entry -> entry.get("source").asInt() == 0)
                .map(entry -> entry.get("created_at").asText())
                .max(String::compareTo);
        var stats = hilo.get("/tickets/" + ticket + "?include=stats").json().get("stats");

        assertThat(latest).isPresent();
        assertThat(stats.get("agent_responded_at").asText()).isEqualTo(latest.get());
    }
}
