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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} between a call and its answer: whoever repeats the call until it is answered has it done once. */
class RepeatedCallsTest {

    private static final int CLIENTS = 8;
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Duration RESUMED = Duration.ofSeconds(150);

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger marks = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger replayed = new AtomicInteger();
    /** The body of the answer by mark, which is the key as well. */
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    private volatile URI root;
    private volatile boolean stopping;

    @TempDir
    Path home;

    private String key;
    private long ticket;

    @Test
    void aCallThatIsRepeatedUntilItIsAnsweredIsCarriedOutOnce() throws Exception {
        try (var hilo = serve()) {
            key = createAccount();
            ticket = createTicket("base", "none");
        }
        var clients = new ArrayList<Thread>();
        for (int i = 0; i < CLIENTS; i++) clients.add(Thread.ofVirtual().start(this::writeOn));
        for (int round = 0; round < 3; round++) {
            try (var hilo = serve()) {
                int before = answers.size();
                await().atMost(LONGEST).until(() -> answers.size() > before + 80);
                hilo.kill();
            }
        }
        try (var hilo = serve()) {
            stopping = true;
            for (var client : clients) client.join();

            assertThat(refusals).isEmpty();
            var entries = entries();
            assertThat(entries.values()).as("written twice").allMatch(times -> times == 1);
            assertThat(entries.keySet()).isEqualTo(answers.keySet());
            for (var answer : answers.entrySet()) {
                var again = post(answer.getKey());
                assertThat(again.body()).isEqualTo(answer.getValue());
                assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
            }
            assertThat(entries()).isEqualTo(entries);
        }
        System.out.printf(
                "%d notes, %d calls repeated after a failure, of which %d had been done; 3 kills%n",
                answers.size(), repeated.get(), replayed.get());
    }

    @Test
    void aBulkNoteIsOnEachTicketOnceThoughItsServerIsKilled() {
        var tickets = new ArrayList<Long>();
        long id;
        try (var hilo = serve()) {
            key = createAccount();
            for (int i = 0; i < 200; i++) tickets.add(createTicket("ticket " + i, "outage"));
            var preview = client().post(
                            "/api/hilo/v1/bulk-notes",
                            Map.of("query", "tag:'outage'", "note", Map.of("body", "It is back")));
            assertThat(preview.status()).as(preview.toString()).isEqualTo(201);
            id = preview.json().get("id").asLong();
            var confirmed = client().post("/api/hilo/v1/bulk-notes/" + id + "/confirm", Map.of());
            assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(202);
            await().pollInterval(Duration.ofMillis(10))
                    .until(() -> bulk(id).get("written").asInt() > 20);
            hilo.kill();
        }
        try (var hilo = serve()) {
            int written = bulk(id).get("written").asInt();
            await().atMost(RESUMED).until(() -> bulk(id).get("status").asText().equals("done"));
            assertThat(bulk(id).get("written").asInt()).isEqualTo(tickets.size());
            for (long reached : tickets) {
                assertThat(client().get("/tickets/" + reached + "/conversations")
                                .json())
                        .hasSize(1);
            }
            System.out.printf("%d of %d notes were written before the kill%n", written, tickets.size());
        }
    }

    private JsonNode bulk(long id) {
        return client().get("/api/hilo/v1/bulk-notes/" + id).json();
    }

    private HiloProcess serve() {
        var hilo = HiloProcess.start("serve", home, Map.of("HILO_RATE_LIMITS", "off"));
        root = hilo.http();
        return hilo;
    }

    private String createAccount() {
        var created = HiloProcess.run(
                HiloProcess.LAUNCHER,
                List.of("account", "create", "acme", "--email", "ada@acme.test", "--home", home.toString()),
                Map.of());
        assertThat(created.status()).as(created.err()).isZero();
        return created.out().replaceAll("(?s).*API key +(\\S+).*", "$1");
    }

    private HiloClient client() {
        return HiloClient.bare(root, key);
    }

    private long createTicket(String subject, String tag) {
        await().until(() -> client().get("/tickets").status() == 200);
        var reply = client().post(
                        "/tickets",
                        Map.of(
                                "email",
                                "carla@customer.test",
                                "subject",
                                subject,
                                "description",
                                subject,
                                "tags",
                                List.of(tag),
                                "status",
                                2,
                                "priority",
                                1));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json().get("id").asLong();
    }

    private void writeOn() {
        while (!stopping) writeOnce("mark-" + marks.incrementAndGet());
    }

    /** Sends the call until it is answered, wherever the server is by then. */
    private void writeOnce(String mark) {
        var end = Instant.now().plus(LONGEST);
        boolean failed = false;
        while (Instant.now().isBefore(end)) {
            try {
                var answer = post(mark);
                if (answer.statusCode() == 201) {
                    answers.put(mark, answer.body());
                    if (failed
                            && answer.headers()
                                    .firstValue("Idempotent-Replayed")
                                    .isPresent()) replayed.incrementAndGet();
                    return;
                }
                boolean isPassing = answer.statusCode() >= 500
                        || (answer.statusCode() == 409
                                && answer.headers().firstValue("Retry-After").isPresent());
                if (!isPassing) {
                    refusals.add(mark + " " + answer.statusCode() + " " + answer.body());
                    return;
                }
            } catch (IOException cutOff) {
                // Nobody knows whether it was done: this is what the key is for.
            }
            if (!failed) repeated.incrementAndGet();
            failed = true;
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        refusals.add("No answer for " + mark);
    }

    private HttpResponse<String> post(String mark) throws IOException {
        var user = Base64.getEncoder().encodeToString((key + ":X").getBytes());
        var request = HttpRequest.newBuilder(root.resolve("/api/v2/tickets/" + ticket + "/notes"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Basic " + user)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", mark)
                .POST(HttpRequest.BodyPublishers.ofString("{\"body\":\"" + mark + "\"}"))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** How often each mark is there. */
    private Map<String, Integer> entries() {
        var times = new HashMap<String, Integer>();
        for (int page = 1; page <= 300; page++) {
            var reply = client().get("/tickets/" + ticket + "/conversations?per_page=100&page=" + page);
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            reply.json().forEach(entry -> times.merge(entry.get("body_text").asText(), 1, Integer::sum));
            if (reply.next().isEmpty()) break;
        }
        return times;
    }
}
