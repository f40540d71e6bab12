package dev.hilo.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an endpoint answered. */
public final class Reply {

    private static final Pattern NEXT = Pattern.compile("<\\s*([^>]+)>;\\s*rel=\"next\"");

    private final HttpResponse<byte[]> response;

    Reply(HttpResponse<byte[]> response) {
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        try {
            return Json.MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("Not JSON: " + status() + " " + text(), e);
        }
    }

    public <T> T as(Class<T> type) {
        try {
            return Json.MAPPER.readValue(response.body(), type);
        } catch (IOException e) {
            throw new UncheckedIOException("Not a " + type.getSimpleName() + ": " + status() + " " + text(), e);
        }
    }

    /** The address of the next page, when there is one. */
    public Optional<String> next() {
        return header("Link").map(NEXT::matcher).filter(m -> m.find()).map(m -> m.group(1));
    }

    @Override
    public String toString() {
        return status() + " " + text();
    }
}
