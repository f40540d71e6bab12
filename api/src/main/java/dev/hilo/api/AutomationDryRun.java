package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * The tickets that a rule would have touched in the last seven days, newest first.
 *
 * @param examined how many tickets, or changes of tickets, were looked at
 * @param complete whether that is all there were
 */
public record AutomationDryRun(List<Touched> tickets, int examined, boolean complete) {

    /**
     * A ticket and why.
     *
     * @param at when it was created or changed
     * @param event what happened; of rules of updates alone
     * @param conditions those that hold on the ticket as it is now
     */
    public record Touched(
            long id,
            String subject,
            Instant at,
            @JsonInclude(JsonInclude.Include.NON_NULL) String event,
            List<String> conditions) {}
}
