package dev.hilo.errors;

import dev.hilo.api.FieldError;
import java.util.List;

/**
 * Why a request is refused. The set is closed: {@code web} maps each kind to Freshdesk's status and body in one place;
 * anything else that is thrown is a bug.
 */
public abstract sealed class Refusal extends RuntimeException {

    private Refusal(String message) {
        super(message, null, false, false);
    }

    /** Fields at fault: 400. */
    public static final class Invalid extends Refusal {
        public final List<FieldError> errors;

        public Invalid(List<FieldError> errors) {
            super(errors.toString());
            this.errors = List.copyOf(errors);
        }

        public Invalid(FieldError error) {
            this(List.of(error));
        }
    }

    /** A value that another record has already: 409. */
    public static final class Duplicate extends Refusal {
        public final List<FieldError> errors;

        public Duplicate(FieldError error) {
            this(List.of(error));
        }

        public Duplicate(List<FieldError> errors) {
            super(errors.toString());
            this.errors = List.copyOf(errors);
        }
    }

    /** The request as a whole cannot be taken: 400 with a code and a message. */
    public static final class BadRequest extends Refusal {
        public final String code;

        public BadRequest(String code, String message) {
            super(message);
            this.code = code;
        }

        public static BadRequest invalidJson() {
            return new BadRequest("invalid_json", "Request body has invalid json format");
        }
    }

    /** The state of the record does not allow it: 409 with a code and a message. */
    public static final class InconsistentState extends Refusal {
        public InconsistentState(String message) {
            super(message);
        }
    }

    /** The caller may not: 403 with a code. */
    public static final class Forbidden extends Refusal {
        public final String code;

        public Forbidden(String code, String message) {
            super(message);
            this.code = code;
        }

        public static Forbidden role() {
            return new Forbidden("access_denied", "You are not authorized to perform this action.");
        }

        public static Forbidden feature(String name) {
            return new Forbidden(
                    "require_feature",
                    "The " + name
                            + " feature(s) is/are not supported in your plan. Please upgrade your account to use it.");
        }
    }

    /** Nobody known is asking: 401. */
    public static final class Unauthenticated extends Refusal {
        public Unauthenticated() {
            super("You have to be logged in to perform this action.");
        }
    }

    /** No such record, or none that the caller may see: 404 with an empty body. */
    public static final class NotFound extends Refusal {
        public NotFound() {
            super("not found");
        }
    }

    /** The record takes only other methods now, as one in the trash does: 405. */
    public static final class MethodNotAllowed extends Refusal {
        public final String allowed;

        public MethodNotAllowed(String allowed) {
            super(allowed);
            this.allowed = allowed;
        }
    }

    /** More bytes than are taken: 413. */
    public static final class TooLarge extends Refusal {
        public TooLarge(long limit) {
            super("The request is larger than " + limit + " bytes");
        }
    }

    /** The body's type is not the one the call takes: 415. */
    public static final class ContentType extends Refusal {
        public ContentType(String sent, String expected) {
            super("Content-Type header is set to " + sent + ". It should be set to " + expected);
        }
    }

    /** The answer's type is not one the caller takes: 406. */
    public static final class NotAcceptable extends Refusal {
        public NotAcceptable() {
            super("Accept header should be set to application/json");
        }
    }

    /** The record is no longer as the caller last saw it: 412. */
    public static final class PreconditionFailed extends Refusal {
        public PreconditionFailed() {
            super("The record has changed since the version that If-Match names. Read it again before you change it.");
        }
    }

    /** The {@code Idempotency-Key} stands for another request, or for one that is not answered yet: 409. */
    public static final class KeyTaken extends Refusal {
        public final String code;
        /** After how long to try again; 0 when that is of no use. */
        public final long retryAfterSeconds;

        private KeyTaken(String code, String message, long retryAfterSeconds) {
            super(message);
            this.code = code;
            this.retryAfterSeconds = retryAfterSeconds;
        }

        public static KeyTaken byAnother() {
            return new KeyTaken(
                    "idempotency_key_reused",
                    "This Idempotency-Key has been used for another request. Use a new key for a new request.",
                    0);
        }

        public static KeyTaken stillRunning() {
            return new KeyTaken(
                    "idempotency_key_in_use",
                    "The request with this Idempotency-Key is still being answered. Send it again in a moment.",
                    1);
        }
    }

    /** The limit of the minute is used up: 429. */
    public static final class TooMany extends Refusal {
        public final long retryAfterSeconds;

        public TooMany(long retryAfterSeconds) {
            super("You have exceeded the limit of requests per minute");
            this.retryAfterSeconds = retryAfterSeconds;
        }
    }
}
