package dev.hilo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the history costs a write, how fast it is followed and read back, and whether a long ticket slows its timeline. */
@Command(name = "history", description = "The event log, the change feed and the timeline")
final class HistoryBench implements Callable<Integer> {

    private static final String TEXT = "The parcel left the warehouse today and should arrive on Thursday. ".repeat(5);
    private static final int TICKETS = 2_000;
    private static final int LONG_TICKET = TICKETS;
    private static final int LONG = 100_000;
    private static final int WRITES_PER_SECOND = 500;

    @Option(names = "--seconds", defaultValue = "8", description = "Of each measurement; ${DEFAULT-VALUE} unless told")
    int seconds;

    private Stage stage;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public Integer call() throws Exception {
        Tools.ensure("wrk", "wrk");
        try (var made = new Stage()) {
            stage = made;
            new Load(stage.connection, stage.account, stage.agent).tickets(1, TICKETS);
            lengthen();
            cost();
            follow();
            catchUp();
            timeline();
        }
        return 0;
    }

    private void lengthen() throws Exception {
        stage.execute("insert into conversations (account_id, ticket_id, body, body_text, source, category, private,"
                + " created_at, updated_at) select " + stage.account + ", " + LONG_TICKET
                + ", '<div>' || i || '</div>',"
                + " i::text, 2, 2, true, now() + i * interval '1 second', now() from generate_series(1, " + LONG
                + ") i");
        stage.execute("vacuum (analyze) events, conversations");
    }

    /** Notes with and without the triggers, in turns. */
    private void cost() throws Exception {
        var wrk = stage.wrk();
        wrk.note(TICKETS - 1, TEXT.strip(), seconds);
        double with = 0;
        double without = 0;
        for (int turn = 0; turn < 3; turn++) {
            triggers("disable");
            without += wrk.note(TICKETS - 1, TEXT.strip(), seconds).perSecond();
            triggers("enable");
            with += wrk.note(TICKETS - 1, TEXT.strip(), seconds).perSecond();
        }
        System.out.printf("%n%-50s %,10.0f%n", "notes a second without the event log", without / 3);
        System.out.printf("%-50s %,10.0f%n", "notes a second with it", with / 3);
        System.out.printf(
                "%-50s %9.1f%%  (to reach: 25 at most)%n", "cost of the event log", 100 - 100 * with / without);
    }

    private void triggers(String what) throws Exception {
        for (var table : List.of("conversations", "tickets")) {
            stage.execute("alter table " + table + " " + what + " trigger append_event");
        }
    }

    /** Writes at a steady rate; each note carries a number by which the follower tells when it was sent. */
    private void follow() throws Exception {
        int writes = WRITES_PER_SECOND * seconds;
        var sent = new long[writes];
        var delays = new ConcurrentHashMap<Integer, Long>();
        long end = stage.number("select max(id) from events");
        var reader = Thread.ofVirtual().start(() -> read(end, sent, delays, writes));
        var next = new AtomicInteger();
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(32)) {
            for (int worker = 0; worker < 32; worker++) threads.execute(() -> write(next, sent, begin));
        }
        double rate = writes / ((System.nanoTime() - begin) / 1e9);
        reader.join(TimeUnit.SECONDS.toMillis(20));
        var sorted =
                delays.values().stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf("%-50s %,10.0f%n", "writes a second while followed", rate);
        System.out.printf("%-50s %10d of %d%n", "events seen by the follower", sorted.length, writes);
        System.out.printf(
                "%-50s %10.1f  (to reach: 100)%n",
                "from sending a note to seeing it, p50 ms", sorted[sorted.length / 2] / 1e6);
        System.out.printf("%-50s %10.1f%n", "the same, p99 ms", sorted[sorted.length * 99 / 100] / 1e6);
    }

    private void write(AtomicInteger next, long[] sent, long begin) {
        int number;
        while ((number = next.getAndIncrement()) < sent.length) {
            long due = begin + number * 1_000_000_000L / WRITES_PER_SECOND;
            while (System.nanoTime() < due) {
                java.util.concurrent.locks.LockSupport.parkNanos(due - System.nanoTime());
            }
            sent[number] = System.nanoTime();
            var request = request("/api/v2/tickets/" + (1 + number % (TICKETS - 1)) + "/notes")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"body\":\"number " + number + "\"}"));
            if (send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != 201) {
                throw new IllegalStateException("A note was refused");
            }
        }
    }

    private void read(long after, long[] sent, Map<Integer, Long> delays, int all) {
        var request = request("/api/hilo/v1/changes?types=conversation.created&after=" + after)
                .header("Accept", "text/event-stream");
        var stream = new BufferedReader(new InputStreamReader(
                send(request, HttpResponse.BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8));
        try (stream) {
            String line;
            while (delays.size() < all && (line = stream.readLine()) != null) {
                int at = line.indexOf("\"body_text\":\"number ");
                if (at < 0) continue;
                int from = at + 20;
                int number = Integer.parseInt(line.substring(from, line.indexOf('"', from)));
                delays.put(number, System.nanoTime() - sent[number]);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void catchUp() throws Exception {
        for (int limit : List.of(1000)) {
            pages(limit, 20);
            long begin = System.nanoTime();
            int events = pages(limit, 100);
            System.out.printf(
                    "%-50s %,10.0f  (to reach: 20,000)%n",
                    "events a second, catching up", events / ((System.nanoTime() - begin) / 1e9));
        }
    }

    private int pages(int limit, int most) throws Exception {
        long next = 0;
        int events = 0;
        for (int page = 0; page < most; page++) {
            JsonNode answer = Json.MAPPER.readTree(send(
                            request("/api/hilo/v1/changes?limit=" + limit + "&after=" + next),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body());
            events += answer.get("events").size();
            next = answer.get("next").asLong();
            if (!answer.get("more").asBoolean()) break;
        }
        return events;
    }

    private void timeline() throws Exception {
        var wrk = stage.wrk();
        stage.execute("vacuum (analyze) events, conversations");
        var results = new ArrayList<Wrk.Result>();
        for (int ticket : List.of(1, LONG_TICKET)) {
            wrk.get("/api/hilo/v1/tickets/" + ticket + "/timeline?limit=20", seconds);
            results.add(wrk.get("/api/hilo/v1/tickets/" + ticket + "/timeline?limit=20", seconds));
        }
        System.out.printf(
                "%-50s %10.2f%n",
                "newest 20 of a ticket of 10 entries, p99 ms", results.get(0).p99Millis());
        System.out.printf(
                "%-50s %10.2f%n",
                "newest 20 of a ticket of 100,000, p99 ms", results.get(1).p99Millis());
        System.out.printf(
                "%-50s %10.2f  (to reach: 1.50 at most)%n",
                "long / short", results.get(1).p99Millis() / results.get(0).p99Millis());
    }

    private HttpRequest.Builder request(String path) {
        String login = Base64.getEncoder().encodeToString((stage.key + ":X").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stage.process.port() + path))
                .header("Authorization", "Basic " + login);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
