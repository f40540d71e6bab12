package dev.hilo.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import dev.hilo.api.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes an answer with the headers that Freshdesk sends on every one. */
final class AnswerWriter {

    /** The wire's mapper with accessors compiled instead of reflected on: half the time of a list of entries. */
    private static final ObjectWriter JSON_WRITER =
            Json.MAPPER.copy().registerModule(new BlackbirdModule()).writer();

    private static final HttpField JSON =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
    private static final HttpField HTML = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
    private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "accept-encoding");
    private static final HttpFields CONSTANT = HttpFields.build()
            .add(new PreEncodedHttpField("X-Freshdesk-API-Version", "latest=v2; requested=v2"))
            .add(new PreEncodedHttpField("X-Fw-Ratelimiting-Managed", "true"))
            .add(new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store"))
            .add(new PreEncodedHttpField(HttpHeader.PRAGMA, "no-cache"))
            .add(new PreEncodedHttpField(HttpHeader.EXPIRES, "Wed, 13 Oct 2010 00:00:00 UTC"))
            .add(new PreEncodedHttpField("X-Content-Type-Options", "nosniff"))
            .add(new PreEncodedHttpField("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"))
            .asImmutable();

    private static final HttpFields CROSS_ORIGIN = HttpFields.build()
            .add(new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
            .add(new PreEncodedHttpField(
                    HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS,
                    "Link, Location, Retry-After, X-Request-Id, X-RateLimit-Total, X-RateLimit-Remaining,"
                            + " X-RateLimit-Used-CurrentRequest"))
            .asImmutable();
    private static final HttpField STATUS_OK = new PreEncodedHttpField("Status", "200 OK");

    private AnswerWriter() {}

    static void write(Answer answer, Request request, Response response, Address address, Callback callback) {
        switch (answer) {
            case Answer.Ok ok -> json(200, ok.body(), response, callback);
            case Answer.Listed listed -> {
                if (listed.hasMore()) response.getHeaders().put("Link", nextLink(request, address));
                json(200, listed.items(), response, callback);
            }
            case Answer.Created created -> {
                response.getHeaders().put(HttpHeader.LOCATION, location(address, created.location()));
                json(201, created.body(), response, callback);
            }
            case Answer.Accepted accepted -> json(202, accepted.body(), response, callback);
            case Answer.Done done -> finish(204, response, ByteBuffer.allocate(0), callback);
            case Answer.Raw raw -> {
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, raw.contentType());
                finish(raw.status(), response, ByteBuffer.wrap(raw.body()), callback);
            }
            case Answer.Download download -> download(download, response, callback);
            case Answer.Stream stream -> throw new IllegalStateException("Streams are opened by the dispatcher");
        }
    }

    static void head(Response response, String requestId, RateLimits.Standing standing) {
        var headers = response.getHeaders();
        headers.add(CONSTANT);
        if (response.getRequest().getHeaders().contains(HttpHeader.ORIGIN)) headers.add(CROSS_ORIGIN);
        headers.add("X-Request-Id", requestId);
        if (standing == null) return;
        headers.add("X-RateLimit-Total", standing.total() + ".0");
        headers.add("X-RateLimit-Remaining", standing.remaining() + ".0");
        headers.add("X-RateLimit-Used-CurrentRequest", Integer.toString(standing.used()));
    }

    static void error(int status, Object body, Map<String, String> headers, Response response, Callback callback) {
        headers.forEach(response.getHeaders()::put);
        if (body == null) empty(status, response, callback);
        else json(status, body, response, callback);
    }

    /** With a type that is not JSON: npm freshdesk-api parses what has none, and fails on an empty text. */
    private static void empty(int status, Response response, Callback callback) {
        if (status != 204) response.getHeaders().put(HTML);
        finish(status, response, ByteBuffer.allocate(0), callback);
    }

    private static void json(int status, Object body, Response response, Callback callback) {
        var headers = response.getHeaders();
        headers.put(JSON);
        headers.put(VARY);
        finish(status, response, ByteBuffer.wrap(bytes(body)), callback);
    }

    private static void finish(int status, Response response, ByteBuffer body, Callback callback) {
        response.setStatus(status);
        if (status == 200) response.getHeaders().add(STATUS_OK);
        else response.getHeaders().add("Status", status + " " + HttpStatus.getMessage(status));
        response.write(true, body, callback);
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON_WRITER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void download(Answer.Download file, Response response, Callback callback) {
        file.headers().forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, file.size());
        response.setStatus(200);
        try (InputStream in = file.content().open();
                var out = Content.Sink.asOutputStream(response)) {
            in.transferTo(out);
        } catch (IOException e) {
            callback.failed(e);
            return;
        }
        callback.succeeded();
    }

    private static String location(Address address, String path) {
        return path.startsWith("/") ? address.of(path) : path;
    }

    /** The caller's own query with the page advanced; no blank after the {@code <}, so that strict parsers read it. */
    private static String nextLink(Request request, Address address) {
        String query = request.getHttpURI().getQuery();
        var kept = new StringBuilder();
        int page = 1;
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (pair.startsWith("page=")) page = Integer.parseInt(pair.substring(5));
            else if (!pair.isEmpty()) kept.append(pair).append('&');
        }
        String path = request.getHttpURI().getCanonicalPath();
        return "<" + address.of(path) + "?" + kept + "page=" + (page + 1) + ">;rel=\"next\"";
    }
}
