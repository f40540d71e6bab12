package dev.hilo.automations;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An action of a run and what came of it.
 *
 * @param outcome {@code done}, {@code queued} for what is sent later, {@code refused}, or {@code ignored}
 * @param reason why it was not done
 */
record Deed(
        String action,
        @JsonInclude(JsonInclude.Include.NON_NULL) Object value,
        String outcome,
        @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {

    boolean isDone() {
        return outcome.equals("done") || outcome.equals("queued");
    }
}
