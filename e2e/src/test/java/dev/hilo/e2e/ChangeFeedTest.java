package dev.hilo.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hilo.client.HiloClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two server processes on one database take ten thousand writes, while a follower of the live feed breaks off at random and
 * goes on at either of them: it has every event exactly once and in order.
 */
class ChangeFeedTest {

    private static final int WRITES = 10_000;
    private static final int TICKETS = 20;
    private static final int WRITERS = 8;
    private static final int MOST_AT_ONCE = 800;

    private final Random random = new Random(20261123);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    Path home;

    @TempDir
    Path other;

    private String key;

    @Test
    void aFollowerThatBreaksOffAtRandomHasEveryEventOnceAndInOrder() throws Exception {
        var created = HiloProcess.run(
                HiloProcess.LAUNCHER,
                List.of("account", "create", "acme", "--email", "ada@acme.test", "--home", home.toString()),
                Map.of());
        assertThat(created.status()).as(created.err()).isZero();
        key = created.out().replaceAll("(?s).*API key +(\\S+).*", "$1");

        try (var one = HiloProcess.start("serve", home, Map.of("HILO_RATE_LIMITS", "off"));
                var two = HiloProcess.start(
                        "serve", other, Map.of("HILO_RATE_LIMITS", "off", "HILO_DATABASE_URL", database()))) {
            follow(List.of(one.http(), two.http()));
        }
    }

    private void follow(List<URI> servers) throws Exception {
        var admin = HiloClient.bare(servers.getFirst(), key);
        for (int i = 0; i < TICKETS; i++) {
            assertThat(admin.post("/tickets", WriteLoad.ticket("t" + i)).status())
                    .isEqualTo(201);
        }
        var seen = new ArrayList<Long>();
        var written = new AtomicInteger();
        int breaks = 0;
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WRITERS; i++) {
                var client = HiloClient.bare(servers.get(i % 2), key);
                writers.submit(() -> write(client, written));
            }
            while (seen.size() < WRITES - MOST_AT_ONCE) {
                read(servers.get(random.nextInt(2)), seen, 1 + random.nextInt(MOST_AT_ONCE));
                breaks++;
            }
        }
        var all = all(admin);
        while (seen.size() < all.size()) read(servers.getLast(), seen, all.size() - seen.size());

        assertThat(all).hasSizeGreaterThan(WRITES);
        assertThat(seen).isEqualTo(all).isSorted().doesNotHaveDuplicates();
        System.out.printf("%d events followed through %d breaks, none lost, none twice%n", seen.size(), breaks);
    }

    private static void write(HiloClient client, AtomicInteger written) {
        int number;
        while ((number = written.getAndIncrement()) < WRITES) {
            var reply = client.post("/tickets/" + (1 + number % TICKETS) + "/notes", Map.of("body", "note " + number));
            assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        }
    }

    /** Follows from the last event seen until so many more have come, then drops the connection. */
    private void read(URI server, List<Long> seen, int count) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve("/api/hilo/v1/changes"))
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", seen.isEmpty() ? "0" : seen.getLast().toString())
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((key + ":X").getBytes()))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (int left = count; left > 0; ) {
                var line = lines.readLine();
                if (line.startsWith("id: ")) {
                    seen.add(Long.parseLong(line.substring(4)));
                    left--;
                }
            }
        }
    }

    /** Every event by the feed's pages, once all writes have ended. */
    private static List<Long> all(HiloClient admin) {
        var ids = new ArrayList<Long>();
        long next = 0;
        while (true) {
            var page =
                    admin.get("/api/hilo/v1/changes?limit=1000&after=" + next).json();
            page.get("events").forEach(event -> ids.add(event.get("id").asLong()));
            next = page.get("next").asLong();
            if (!page.get("more").asBoolean()) return ids;
        }
    }

    private String database() {
        var cluster = home.resolve("postgres/cluster");
        return await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(
                        () -> {
                            var port = Files.readAllLines(cluster.resolve("data/postmaster.pid"))
                                    .get(3);
                            var password = Files.readString(cluster.resolve("password"))
                                    .strip();
                            return "postgresql://hilo:" + password + "@127.0.0.1:" + port.strip() + "/postgres";
                        },
                        url -> true);
    }
}
