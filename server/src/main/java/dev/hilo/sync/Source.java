package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** The other account, as the mirror reads it: waits for its budget, tries again what may be tried again. */
interface Source {

    /**
     * What it said.
     *
     * @param date its own clock when it did; null when it has none
     */
    record Told(JsonNode body, Instant date) {}

    /**
     * @param path below {@code /api/v2}, with its query
     * @throws Refused for what the key may not read or what is not there
     * @throws Unreachable when it cannot be reached however often it is tried
     */
    Told get(String path);

    /**
     * Writes something, once.
     *
     * @param body null for none
     * @throws OutcomeUnknown when it may or may not have been done
     */
    Told send(String method, String path, Object body);

    /** The bytes of a file, by the short-lived address that the wire gave with it. */
    void fetch(JsonNode file, Path to) throws IOException;

    /** Credits a minute, as it last said; null when it never has, or has no limit. */
    Integer creditsPerMinute();

    /** How many calls were made, the repeated ones included. */
    long calls();

    /** It says no: 400 to 499 but for 429. */
    final class Refused extends RuntimeException {
        private final int status;
        private final String code;

        Refused(int status, String code, String text) {
            super(status + (text.isBlank() ? "" : " " + text));
            this.status = status;
            this.code = code;
        }

        int status() {
            return status;
        }

        /** Such as {@code require_feature}; null when there is none. */
        String code() {
            return code;
        }

        boolean isGone() {
            return status == 404 || status == 405;
        }

        boolean isForbidden() {
            return status == 403 || status == 401;
        }
    }

    /** No answer, or one that says nothing, after all that trying. */
    final class Unreachable extends RuntimeException {
        Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The request went out and no answer came back. */
    final class OutcomeUnknown extends RuntimeException {
        OutcomeUnknown(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
