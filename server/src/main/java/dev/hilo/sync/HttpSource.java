package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.client.HiloClient;
import dev.hilo.client.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** The other account over HTTP. */
final class HttpSource implements Source {

    private static final int TRIES = 8;
    private static final int TRIES_WHILE_SOMEBODY_WAITS = 2;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;

    private final HiloClient client;
    private final HttpClient files = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final AtomicLong calls = new AtomicLong();
    private volatile Integer creditsPerMinute;

    private final int tries;

    HttpSource(URI address, String key) {
        this(address, key, TRIES);
    }

    /** For a call that somebody waits for. */
    static HttpSource now(URI address, String key) {
        return new HttpSource(address, key, TRIES_WHILE_SOMEBODY_WAITS);
    }

    private HttpSource(URI address, String key, int tries) {
        this.tries = tries;
        client = new HiloClient(address, key);
    }

    @Override
    public Told get(String path) {
        for (int tried = 1; ; tried++) {
            try {
                calls.incrementAndGet();
                var reply = client.get(path);
                if (reply.status() < 300) return told(reply);
                if (reply.status() < 500 && reply.status() != 429) throw refused(reply);
                if (tried == tries) throw new Unreachable("It answers " + reply.status(), null);
                pause(
                        reply.header("Retry-After")
                                .map(Long::parseLong)
                                .map(s -> s * 1000)
                                .orElse(0L),
                        tried);
            } catch (UncheckedIOException e) {
                if (tried == tries) throw new Unreachable("It cannot be reached: " + e.getMessage(), e);
                pause(0, tried);
            }
        }
    }

    @Override
    public Told send(String method, String path, JsonNode body) {
        try {
            calls.incrementAndGet();
            var reply = switch (method) {
                case "POST" -> client.post(path, body);
                case "PUT" -> body == null ? client.put(path) : client.put(path, body);
                default -> client.delete(path);
            };
            if (reply.status() < 300) return told(reply);
            if (reply.status() == 429) throw new Unreachable("It has no calls left", null);
            if (reply.status() < 500) throw refused(reply);
            throw new OutcomeUnknown("It answers " + reply.status(), null);
        } catch (UncheckedIOException e) {
            throw new OutcomeUnknown("No answer: " + e.getMessage(), e);
        }
    }

    private Told told(Reply reply) {
        reply.header("X-RateLimit-Total").ifPresent(total -> creditsPerMinute = (int) Double.parseDouble(total));
        var date = reply.header("Date")
                .map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)))
                .orElse(null);
        return new Told(reply.bytes().length == 0 ? null : reply.json(), date);
    }

    private static Refused refused(Reply reply) {
        String code = null;
        try {
            code = reply.json().path("code").asText(null);
        } catch (RuntimeException e) {
            // some refusals have no body
        }
        String text = reply.text();
        return new Refused(reply.status(), code, text.length() > 300 ? text.substring(0, 300) : text);
    }

    private static void pause(long asked, int tried) {
        long own = Math.min(LONGEST_PAUSE_MILLIS, 50L << tried);
        try {
            Thread.sleep(Math.max(asked, own / 2 + ThreadLocalRandom.current().nextLong(own / 2)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("Stopped", e);
        }
    }

    @Override
    public InputStream open(String address) throws IOException {
        try {
            var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60));
            var response = files.send(request.build(), BodyHandlers.ofInputStream());
            if (response.statusCode() == 200) return response.body();
            response.body().close();
            throw new IOException("The file's address answers " + response.statusCode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public Integer creditsPerMinute() {
        return creditsPerMinute;
    }

    @Override
    public long calls() {
        return calls.get();
    }

    @Override
    public void close() {
        files.close();
    }
}
