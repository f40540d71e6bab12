package dev.hilo.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request that is wrong in one way.
 *
 * @param what says in which
 * @param path with its query
 * @param body null for none
 * @param field the one at fault, which the refusal must name; null where that is not told
 */
record BadRequest(String what, String method, String path, Map<String, String> headers, byte[] body, String field) {

    static BadRequest of(String what, String method, String path) {
        return new BadRequest(what, method, path, Map.of(), null, null);
    }

    static BadRequest json(String what, String method, String path, String body) {
        return of(what, method, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    static BadRequest of(String what, String method, String path, String contentType, byte[] body) {
        return new BadRequest(what, method, path, Map.of("Content-Type", contentType), body, null);
    }

    BadRequest naming(String field) {
        return new BadRequest(what, method, path, headers, body, field);
    }

    @Override
    public String toString() {
        var text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return what + ": " + method + " " + path.substring(0, Math.min(200, path.length())) + " " + headers + " "
                + text.substring(0, Math.min(300, text.length()));
    }
}
