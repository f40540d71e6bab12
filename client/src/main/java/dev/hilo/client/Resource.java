package dev.hilo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** What the resources' calls have in common: a refusal is an {@link ApiError}. */
abstract class Resource {

    static final int PER_PAGE = 100;

    private final Raw raw;

    Resource(Raw raw) {
        this.raw = raw;
    }

    Raw raw() {
        return raw;
    }

    Reply get(String path) {
        return raw.get(path).orThrow();
    }

    <T> Document<T> document(String path, Class<T> type) {
        return Document.of(get(path).json(), type);
    }

    <T> T one(String path, Class<T> type) {
        return document(path, type).record();
    }

    /** A list of pages. */
    <T> Pages<T> pages(Address address, Class<T> type) {
        return whole(address.with("per_page", PER_PAGE), type);
    }

    <T> Pages<T> pages(String path, Class<T> type) {
        return pages(Address.of(path), type);
    }

    /** A list that has no pages. */
    <T> Pages<T> whole(Address address, Class<T> type) {
        return new Pages<>(start -> new LinkWalk<>(this, type, start), address.toString());
    }

    <T> T post(String path, Object body, Class<T> type) {
        return send("POST", path, body, type);
    }

    <T> T put(String path, Object body, Class<T> type) {
        return send("PUT", path, body, type);
    }

    <T> T send(String method, String path, Object body, Class<T> type) {
        return Document.of(send(method, path, body).json(), type).record();
    }

    Reply send(String method, String path, Object body) {
        return raw.call(method, path, body).orThrow();
    }

    /** Deletes; what an earlier attempt without an answer has deleted is done. */
    void delete(String path) {
        done(raw.delete(path));
    }

    /** Brings back; what an earlier attempt without an answer has brought back is done. */
    void restore(String path) {
        done(raw.put(path + "/restore"));
    }

    private static void done(Reply reply) {
        if (reply.mayBeRepeated() && (reply.status() == 404 || reply.status() == 405)) return;
        reply.orThrow();
    }

    static <T> List<Document<T>> documents(Reply reply, Class<T> type) {
        return documents(reply.json(), type);
    }

    static <T> List<Document<T>> documents(JsonNode array, Class<T> type) {
        var documents = new ArrayList<Document<T>>(array.size());
        for (var each : array) documents.add(Document.of(each, type));
        return documents;
    }

    /** What a search found, in the search language of the endpoint. */
    <T> Pages<T> search(String path, String query, Class<T> type) {
        var start = Address.of(path).with("query", '"' + query + '"').with("page", 1);
        return new Pages<>(from -> new SearchWalk<>(this, type, from), start.toString());
    }

    static List<Long> boxed(long... ids) {
        return LongStream.of(ids).boxed().toList();
    }
}
