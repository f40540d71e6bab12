package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.hilo.client.Budget;
import dev.hilo.client.HiloClient;
import dev.hilo.client.Reply;
import dev.hilo.client.Retries;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;

/** The other account over HTTP, within its budget. */
final class HttpSource implements Source {

    private static final Retries PATIENT =
            new Retries(9, Duration.ofMillis(200), Duration.ofSeconds(30), Duration.ofMinutes(15));
    private static final Retries HASTY = new Retries(2, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ZERO);

    private final HiloClient client;
    private final AtomicLong calls = new AtomicLong();

    private HttpSource(HiloClient client) {
        this.client = client;
    }

    HttpSource(URI address, String key, Budget budget) {
        this(HiloClient.to(address, key).retries(PATIENT).budget(budget).build());
    }

    /** For calls that somebody waits for. */
    static HttpSource now(URI address, String key) {
        return new HttpSource(HiloClient.to(address, key)
                .retries(HASTY)
                .budget(Budget.none())
                .timeout(Duration.ofSeconds(20))
                .build());
    }

    @Override
    public Told get(String path) {
        try {
            var reply = client.get(path);
            calls.addAndGet(reply.attempts());
            if (reply.status() < 300) return told(reply);
            if (reply.status() < 500 && reply.status() != 429) throw refused(reply);
            throw new Unreachable("It answers " + reply.status() + " to " + path, null);
        } catch (dev.hilo.client.Unreachable e) {
            throw new Unreachable(e.getMessage(), e);
        }
    }

    @Override
    public Told send(String method, String path, Object body) {
        var urgent = client.urgent();
        try {
            var reply = switch (method) {
                case "POST" -> urgent.post(path, body);
                case "PUT" -> body == null ? urgent.put(path) : urgent.put(path, body);
                case "DELETE" -> urgent.delete(path);
                default -> throw new IllegalArgumentException(method);
            };
            calls.addAndGet(reply.attempts());
            if (reply.status() < 300) return told(reply);
            if (reply.status() == 429) throw new Unreachable("It has no calls left", null);
            if (reply.status() < 500) throw refused(reply);
            throw new OutcomeUnknown("It answers " + reply.status(), null);
        } catch (dev.hilo.client.Unreachable e) {
            throw new Unreachable(e.getMessage(), e);
        } catch (dev.hilo.client.OutcomeUnknown e) {
            throw new OutcomeUnknown(e.getMessage(), e);
        }
    }

    private static Told told(Reply reply) {
        try {
            return new Told(reply.bytes().length == 0 ? MissingNode.getInstance() : reply.json(), date(reply));
        } catch (dev.hilo.client.HiloError | java.io.UncheckedIOException e) {
            throw new Unreachable("It answers with something that is no JSON", e);
        }
    }

    private static Instant date(Reply reply) {
        try {
            return reply.header("Date")
                    .map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)))
                    .orElse(null);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Refused refused(Reply reply) {
        JsonNode body = null;
        try {
            body = reply.json();
        } catch (RuntimeException e) {
            // some refusals have no body
        }
        String text = reply.text();
        String code = body == null ? null : body.path("code").asText(null);
        return new Refused(reply.status(), code, text.length() > 300 ? text.substring(0, 300) : text);
    }

    @Override
    public void fetch(JsonNode file, Path to) throws IOException {
        try {
            client.attachments().download(file.path("attachment_url").asText(), to);
        } catch (dev.hilo.client.HiloError e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public Integer creditsPerMinute() {
        int total = client.budget().standing().total();
        return total == 0 ? null : (Integer) total;
    }

    @Override
    public long calls() {
        return calls.get();
    }
}
