package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A rule that acts on tickets by itself (reference §4.17).
 *
 * @param position from 1 among the rules of its type
 * @param outdated whether it names a field, agent, group or product that is no longer there: it rests then
 * @param summary the same in words
 * @param affectedTicketsCount tickets on which it acted in the last seven days
 * @param automationTypeId 1 when a ticket is created, 3 with time, 4 when a ticket changes
 * @param performer whose change it answers; of type 4 alone, as {@code events}
 * @param operator how two sets of conditions go together; absent where there is one
 * @param meta absent in lists
 */
public record AutomationRule(
        long id,
        String name,
        String description,
        int position,
        boolean active,
        boolean outdated,
        Long lastUpdatedBy,
        Summary summary,
        int affectedTicketsCount,
        int automationTypeId,
        @JsonInclude(Include.NON_NULL) AutomationPerformer performer,
        @JsonInclude(Include.NON_NULL) List<Map<String, Object>> events,
        List<AutomationConditionSet> conditions,
        @JsonInclude(Include.NON_NULL) String operator,
        List<Map<String, Object>> actions,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(Include.NON_NULL) Meta meta) {

    /** Lines of HTML. @param conditions by the name of their set */
    public record Summary(
            @JsonInclude(Include.NON_NULL) String performer,
            @JsonInclude(Include.NON_NULL) List<String> events,
            Map<String, List<String>> conditions,
            List<String> actions) {}

    /** Of the rules of the type. */
    public record Meta(int totalActiveCount, int totalCount) {}
}
