package dev.hilo.client;

import java.util.UUID;

/**
 * Any call at all, with its answer as it came: a refusal is a {@link Reply} like any other, so that the caller decides
 * what it means. Retries and the budget hold here too.
 *
 * <p>Paths are below {@code /api/v2}, with their query, unless they begin with {@code /api/}. Bodies are records of
 * {@code dev.hilo.api}, maps, documents, JSON text, or a {@link Form}.
 */
public final class Raw {

    private final Calls calls;
    private final Urgency urgency;
    private final boolean onceOnlyKeys;

    Raw(Calls calls, Urgency urgency, boolean onceOnlyKeys) {
        this.calls = calls;
        this.urgency = urgency;
        this.onceOnlyKeys = onceOnlyKeys;
    }

    /** Such as {@code client.raw().get("/tickets?page=2").json()}. */
    public Reply get(String path) {
        return call("GET", path, null);
    }

    /** Such as {@code client.raw().post("/tickets/42/notes", Map.of("body", "Called back."))}. */
    public Reply post(String path, Object body) {
        return call("POST", path, body);
    }

    /** Such as {@code client.raw().put("/tickets/42", Map.of("status", 4))}. */
    public Reply put(String path, Object body) {
        return call("PUT", path, body);
    }

    /** For the calls that take no body, such as {@code /tickets/42/restore}. */
    public Reply put(String path) {
        return call("PUT", path, null);
    }

    /** Such as {@code client.raw().patch("/tickets/42", Map.of("status", 4))}. */
    public Reply patch(String path, Object body) {
        return call("PATCH", path, body);
    }

    /** Such as {@code client.raw().delete("/conversations/7")}. */
    public Reply delete(String path) {
        return call("DELETE", path, null);
    }

    Reply call(String method, String path, Object body) {
        var onceKey = onceOnlyKeys && method.equals("POST") ? UUID.randomUUID().toString() : null;
        return calls.send(new Call(method, absolute(path), Content.of(body), urgency, onceKey));
    }

    Calls calls() {
        return calls;
    }

    Urgency urgency() {
        return urgency;
    }

    static String absolute(String path) {
        return path.startsWith("/api/") ? path : "/api/v2" + path;
    }
}
