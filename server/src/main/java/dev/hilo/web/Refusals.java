package dev.hilo.web;

import dev.hilo.api.Fault;
import dev.hilo.api.ValidationFailed;
import dev.hilo.errors.Refusal;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.stream.Collectors;

/** What each refusal looks like on the wire: the one place that knows Freshdesk's statuses and error bodies. */
final class Refusals {

    /** A status, a body or null, and headers. */
    record Refused(int status, Object body, Map<String, String> headers) {
        Refused(int status, Object body) {
            this(status, body, Map.of());
        }

        /** Why, in words; empty where there is nothing to say. */
        String reason() {
            return switch (body) {
                case Fault fault -> fault.message();
                case ValidationFailed failed ->
                    failed.errors().stream()
                            .map(error -> error.field() + ": " + error.message())
                            .collect(Collectors.joining("; "));
                case null, default -> "";
            };
        }
    }

    static final Refused BUG = new Refused(500, new Fault("internal_error", "We're sorry, but something went wrong."));

    /** No connection to the database came free in time. */
    static final Refused BUSY = new Refused(
            503,
            new Fault("service_unavailable", "Hilo is busy, or its database cannot be reached. Please try again."),
            Map.of("Retry-After", "2"));

    private Refusals() {}

    /** What to say of something thrown that is no refusal. */
    static Refused of(Throwable bug) {
        for (var cause = bug; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) return BUSY;
        }
        return BUG;
    }

    static Refused of(Refusal refusal, String method) {
        return switch (refusal) {
            case Refusal.Invalid r -> new Refused(400, new ValidationFailed(r.errors));
            case Refusal.Duplicate r -> new Refused(409, new ValidationFailed(r.errors));
            case Refusal.BadRequest r -> new Refused(400, new Fault(r.code, r.getMessage()));
            case Refusal.InconsistentState r -> new Refused(409, new Fault("inconsistent_state", r.getMessage()));
            case Refusal.Forbidden r -> new Refused(403, new Fault(r.code, r.getMessage()));
            case Refusal.Unauthenticated r -> new Refused(401, new Fault("invalid_credentials", r.getMessage()));
            case Refusal.NotFound r -> new Refused(404, null);
            case Refusal.MethodNotAllowed r -> methodNotAllowed(method, r.allowed);
            case Refusal.TooLarge r -> new Refused(413, new Fault("request_too_large", r.getMessage()));
            case Refusal.ContentType r -> new Refused(415, new Fault("invalid_content_type", r.getMessage()));
            case Refusal.NotAcceptable r -> new Refused(406, new Fault("invalid_accept_header", r.getMessage()));
            case Refusal.PreconditionFailed r -> new Refused(412, new Fault("precondition_failed", r.getMessage()));
            case Refusal.KeyTaken r ->
                new Refused(409, new Fault(r.code, r.getMessage()), retryAfter(r.retryAfterSeconds));
            case Refusal.TooMany r ->
                new Refused(429, new Fault("too_many_requests", r.getMessage()), retryAfter(r.retryAfterSeconds));
        };
    }

    private static Map<String, String> retryAfter(long seconds) {
        return seconds == 0 ? Map.of() : Map.of("Retry-After", Long.toString(seconds));
    }

    private static Refused methodNotAllowed(String method, String allowed) {
        String message = method + " method is not allowed. It should be one of these method(s): " + allowed;
        return new Refused(405, new Fault(null, message), Map.of("Allow", allowed));
    }
}
