package dev.hilo.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import dev.hilo.api.Json;
import dev.hilo.idempotency.Idempotency;
import dev.hilo.idempotency.KeptAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
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
                    "ETag, Idempotent-Replayed, Link, Location, Retry-After, X-Request-Id, X-RateLimit-Total, X-RateLimit-Remaining,"
                            + " X-RateLimit-Used-CurrentRequest"))
            .asImmutable();
    private static final HttpField STATUS_OK = new PreEncodedHttpField("Status", "200 OK");

    private AnswerWriter() {}

    static void write(Answer answer, Request request, Response response, Address address, Callback callback) {
        switch (answer) {
            case Answer.Ok ok -> found(null, ok.body(), false, request, response, callback);
            case Answer.Listed listed -> {
                if (listed.hasMore()) response.getHeaders().put("Link", nextLink(request, address));
                found(null, listed.items(), listed.hasMore(), request, response, callback);
            }
            case Answer.OfVersion(String version, Answer.Ok ok) ->
                found(version, ok.body(), false, request, response, callback);
            case Answer.OfVersion versioned -> {
                response.getHeaders().put(HttpHeader.ETAG, EntityTag.of(versioned.version()));
                write(versioned.answer(), request, response, address, callback);
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
            case Answer.Html html -> PageWriter.html(html, request, response, address, callback);
            case Answer.Redirect redirect -> PageWriter.redirect(redirect, request, response, address, callback);
            case Answer.Asset asset -> PageWriter.asset(asset, request, response, callback);
            case Answer.Download download -> download(download, response, callback);
            case Answer.Stream stream -> throw new IllegalStateException("Streams are opened by the dispatcher");
        }
    }

    /** The first answer to a request with a key, and each further one, from the same bytes. */
    static void write(Idempotency.Given given, Response response, Callback callback) {
        var headers = given.answer().headers();
        for (int i = 0; i < headers.size(); i += 2) response.getHeaders().put(headers.get(i), headers.get(i + 1));
        if (given.replayed()) response.getHeaders().put("Idempotent-Replayed", "true");
        finish(given.answer().status(), response, ByteBuffer.wrap(given.answer().body()), callback);
    }

    /** An answer to a POST, to be told again. */
    static KeptAnswer kept(Answer answer, Address address) {
        return switch (answer) {
            case Answer.Ok ok -> kept(200, List.of(), ok.body());
            case Answer.Listed listed -> kept(200, List.of(), listed.items());
            case Answer.Created created ->
                kept(201, List.of("Location", location(address, created.location())), created.body());
            case Answer.Accepted accepted -> kept(202, List.of(), accepted.body());
            case Answer.Done done -> new KeptAnswer(204, List.of(), new byte[0]);
            case Answer.Raw raw -> new KeptAnswer(raw.status(), List.of("Content-Type", raw.contentType()), raw.body());
            case Answer.OfVersion versioned -> tagged(versioned.version(), kept(versioned.answer(), address));
            case Answer.Html _, Answer.Redirect _, Answer.Asset _, Answer.Download _, Answer.Stream _ ->
                throw new IllegalStateException("Streams are not kept");
        };
    }

    static KeptAnswer kept(Refusals.Refused refused) {
        var headers = refused.headers().entrySet().stream()
                .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
                .toList();
        if (refused.body() != null) return kept(refused.status(), headers, refused.body());
        return new KeptAnswer(
                refused.status(), with(headers, HttpHeader.CONTENT_TYPE.asString(), HTML.getValue()), new byte[0]);
    }

    private static KeptAnswer kept(int status, List<String> headers, Object body) {
        var typed = with(headers, HttpHeader.CONTENT_TYPE.asString(), JSON.getValue());
        return new KeptAnswer(status, with(typed, HttpHeader.VARY.asString(), VARY.getValue()), bytes(body));
    }

    private static KeptAnswer tagged(String version, KeptAnswer answer) {
        var headers = with(answer.headers(), HttpHeader.ETAG.asString(), EntityTag.of(version));
        return new KeptAnswer(answer.status(), headers, answer.body());
    }

    private static List<String> with(List<String> headers, String name, String value) {
        return Stream.concat(headers.stream(), Stream.of(name, value)).toList();
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

    /** 200; to a caller who asks for what has changed and has it already, 304. */
    private static void found(
            String version, Object body, boolean hasMore, Request request, Response response, Callback callback) {
        boolean isRead = HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
        byte[] bytes = bytes(body);
        var headers = response.getHeaders();
        if (isRead) {
            String tag = EntityTag.of(version, bytes, hasMore);
            headers.put(HttpHeader.ETAG, tag);
            var known = request.getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH);
            if (!known.isEmpty() && EntityTag.isAmong(String.join(",", known), tag)) {
                finish(304, response, ByteBuffer.allocate(0), callback);
                return;
            }
        } else if (version != null) {
            headers.put(HttpHeader.ETAG, EntityTag.of(version));
        }
        headers.put(JSON);
        headers.put(VARY);
        finish(200, response, ByteBuffer.wrap(bytes), callback);
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
