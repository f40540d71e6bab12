package dev.hilo.crm.hubspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import dev.hilo.crm.Crm.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Calls HubSpot within its limits: 100 calls in any ten seconds for a private app, of which a tenth stays free, and four
 * searches a second; a 429 waits as long as it says. Sources: "API usage guidelines and limits", "Error handling" and
 * "Search the CRM" on developers.hubspot.com.
 */
final class HubSpotCalls implements AutoCloseable {

    /** HubSpot has read the call and will not do it. */
    static final class Rejected extends Exception {
        final int status;

        Rejected(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    private static final int MOST = 90;
    private static final long STRETCH_MILLIS = 10_000;
    private static final int SEARCHES = 4;
    private static final int TRIES = 5;
    private static final long LONGEST_WAIT_MILLIS = 120_000;
    private static final int LONGEST_MESSAGE = 300;
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI address;
    private final String token;
    private final Ticking time;
    private final Pace pace;
    private final Pace searches;
    private int calls;

    HubSpotCalls(URI address, String token, Ticking time) {
        this.address = address;
        this.token = token;
        this.time = time;
        pace = new Pace(time, MOST, STRETCH_MILLIS);
        searches = new Pace(time, SEARCHES, 1000);
    }

    JsonNode get(String path) throws Rejected {
        return call("GET", path, null, true);
    }

    /** A call that may be sent twice: what it does a second time changes nothing. */
    JsonNode post(String path, JsonNode body) throws Rejected {
        return call("POST", path, body, true);
    }

    /** A call that makes something: where no answer comes, nobody knows whether it was made. */
    JsonNode create(String path, JsonNode body) throws Rejected {
        return call("POST", path, body, false);
    }

    private JsonNode call(String method, String path, JsonNode body, boolean isRepeatable) throws Rejected {
        for (int attempt = 1; ; attempt++) {
            if (path.endsWith("/search")) searches.next();
            pace.next();
            calls++;
            HttpResponse<String> answer;
            try {
                answer = http.send(request(method, path, body), BodyHandlers.ofString());
            } catch (IOException e) {
                if (!isRepeatable || attempt == TRIES) throw new Unavailable("HubSpot did not answer: " + e);
                time.await(1000L << attempt);
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unavailable("Hilo is stopping");
            }
            learn(answer);
            int status = answer.statusCode();
            var read = read(answer.body());
            if (status < 300) return read;
            if (attempt == TRIES || !isWorthAnother(status, isRepeatable)) throw refusal(status, read);
            await(answer, read, attempt);
        }
    }

    private HttpRequest request(String method, String path, JsonNode body) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Hilo")
                .method(method, publisher)
                .build();
    }

    private static JsonNode read(String body) {
        try {
            return body.isBlank() ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return Json.MAPPER.createObjectNode();
        }
    }

    private void learn(HttpResponse<?> answer) {
        var interval = answer.headers().firstValueAsLong("X-HubSpot-RateLimit-Interval-Milliseconds");
        var most = answer.headers().firstValueAsLong("X-HubSpot-RateLimit-Max");
        if (most.isPresent() && interval.orElse(0) == STRETCH_MILLIS) pace.allow((int) (most.getAsLong() * 9 / 10));
    }

    /** 423: locked for two seconds; 477: being moved; 502, 503, 504 and 524: wait, and send it again. */
    private static boolean isWorthAnother(int status, boolean isRepeatable) {
        return switch (status) {
            case 429, 423, 477 -> true;
            default -> isRepeatable && status >= 500;
        };
    }

    private void await(HttpResponse<?> answer, JsonNode body, int attempt) {
        if (body.path("policyName").asText().equals("DAILY")) {
            throw new Unavailable("The daily limit of HubSpot's API is reached");
        }
        long otherwise = switch (answer.statusCode()) {
            case 429 -> STRETCH_MILLIS;
            case 423 -> 2000;
            default -> 1000L << attempt;
        };
        var said = answer.headers().firstValue("Retry-After").filter(s -> s.matches("\\d{1,9}"));
        long wait = said.map(s -> Long.parseLong(s) * 1000).orElse(otherwise);
        if (wait > LONGEST_WAIT_MILLIS) throw new Unavailable("HubSpot asks to wait for " + wait / 1000 + " s");
        time.await(wait);
    }

    private static Rejected refusal(int status, JsonNode body) {
        String told = body.path("message").asText("");
        String message = "HubSpot answered " + status + (told.isEmpty() ? "" : ": " + told);
        String cut = message.substring(0, Math.min(LONGEST_MESSAGE, message.length()));
        if (status == 400 || status == 404 || status == 409) return new Rejected(status, cut);
        throw new Unavailable(cut);
    }

    int calls() {
        return calls;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
