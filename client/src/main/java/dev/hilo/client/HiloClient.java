package dev.hilo.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hilo.api.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * Calls one account of any endpoint that speaks the Freshdesk REST API v2. Bodies are records of {@code dev.hilo.api},
 * maps, or JSON text; a refusal is a {@link Reply} like any other, so that the caller decides what it means.
 */
public final class HiloClient {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI base;
    private final String authorization;

    /**
     * @param base such as {@code https://acme.freshdesk.com}
     * @param key an agent's API key
     */
    public HiloClient(URI base, String key) {
        this.base = base;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((key + ":X").getBytes(StandardCharsets.UTF_8));
    }

    /** @param path below {@code /api/v2}, with its query */
    public Reply get(String path) {
        return call("GET", path, null);
    }

    public Reply post(String path, Object body) {
        return call("POST", path, body);
    }

    public Reply put(String path, Object body) {
        return call("PUT", path, body);
    }

    /** For the calls that take no body, such as {@code /tickets/1/restore}. */
    public Reply put(String path) {
        return call("PUT", path, null);
    }

    public Reply patch(String path, Object body) {
        return call("PATCH", path, body);
    }

    public Reply delete(String path) {
        return call("DELETE", path, null);
    }

    /** Sends a form with texts and files, as a script would with {@code curl -F}. */
    public Reply post(String path, Form form) {
        return send(request(path).method("POST", form.publisher()).header("Content-Type", form.contentType()));
    }

    public Reply put(String path, Form form) {
        return send(request(path).method("PUT", form.publisher()).header("Content-Type", form.contentType()));
    }

    private Reply call(String method, String path, Object body) {
        var request = request(path);
        if (body == null) return send(request.method(method, BodyPublishers.noBody()));
        return send(
                request.method(method, BodyPublishers.ofString(text(body))).header("Content-Type", "application/json"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path.startsWith("/api/") ? path : "/api/v2" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", authorization);
    }

    private static String text(Object body) {
        try {
            return body instanceof String text ? text : Json.MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
