package dev.hilo.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** What a handler answers with; {@code web} turns it into bytes and headers. */
public sealed interface Answer {

    /** 200 with a body. */
    record Ok(Object body) implements Answer {}

    /** 200 with one page of a list, and a link to the next one when there is more. */
    record Listed(List<?> items, boolean hasMore) implements Answer {}

    /** 201 with the new record; the location is a path of its own under the account's address. */
    record Created(String location, Object body) implements Answer {}

    /** 202: the work goes on as a job. */
    record Accepted(Object body) implements Answer {}

    /** An answer that tells of a record with versions: it gets an entity tag that {@code If-Match} takes. */
    record OfVersion(String version, Answer answer) implements Answer {}

    /** 204. */
    record Done() implements Answer {}

    /** Bytes that are not JSON. */
    record Raw(int status, String contentType, byte[] body) implements Answer {}

    /** HTML for people; with headers for the script of the page, and cookies. */
    record Html(int status, String body, Map<String, String> headers, List<Cookie> cookies) implements Answer {
        public Html(String body) {
            this(200, body, Map.of(), List.of());
        }
    }

    /** Another page is to be looked at: 303. */
    record Redirect(String to, List<Cookie> cookies) implements Answer {
        public Redirect(String to) {
            this(to, List.of());
        }
    }

    /** Something that never changes under its address. @param zipped by gzip; null where that saves nothing */
    record Asset(String contentType, byte[] plain, byte[] zipped) implements Answer {}

    /** A stored file, streamed. */
    record Download(Map<String, String> headers, long size, Content content) implements Answer {}

    /** Server-sent events, for as long as the reader stays. */
    record Stream(Source source) implements Answer {}

    /** Writes to a reader until {@link Sink#isOpen} says no; runs on a thread of its own. */
    @FunctionalInterface
    interface Source {
        void run(Sink out) throws IOException;
    }

    /** Where a stream writes to; each write arrives at once, or fails when the reader has gone. */
    interface Sink {
        void write(byte[] bytes) throws IOException;

        boolean isOpen();
    }

    /** Opens the bytes of a download. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    static Answer ok(Object body) {
        return new Ok(body);
    }

    /** 200 with a record that has versions. */
    static Answer versioned(Versioned<?> record) {
        return new OfVersion(record.version(), new Ok(record.body()));
    }

    static Answer page(Page<?> page) {
        return new Listed(page.items(), page.hasMore());
    }

    static Answer created(String path, Object body) {
        return new Created("/api/v2/" + path, body);
    }

    static Answer accepted(Object body) {
        return new Accepted(body);
    }

    static Answer done() {
        return new Done();
    }
}
