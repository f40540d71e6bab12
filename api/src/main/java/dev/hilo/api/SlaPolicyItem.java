package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * An SLA policy as the list shows it, which differs in many small things from {@link SlaPolicyChanged}, as recorded.
 *
 * @param id a number in quotes
 * @param description empty for none
 * @param position from 1, without gaps, default policies last
 */
public record SlaPolicyItem(
        String id,
        String name,
        String description,
        boolean active,
        Targets slaTarget,
        SlaScope applicableTo,
        boolean isDefault,
        int position,
        Instant createdAt,
        Instant updatedAt,
        JsonNode escalation,
        JsonNode advancedConditions) {

    public record Targets(
            @JsonProperty("priority_4") Target urgent,
            @JsonProperty("priority_3") Target high,
            @JsonProperty("priority_2") Target medium,
            @JsonProperty("priority_1") Target low) {}

    /** @param nextRespondWithin 0 for no such target */
    public record Target(
            boolean businessHours,
            boolean escalationEnabled,
            long respondWithin,
            long resolveWithin,
            long nextRespondWithin) {

        public Target(SlaTarget target) {
            this(
                    target.businessHours(),
                    target.escalationEnabled(),
                    target.respondWithin(),
                    target.resolveWithin(),
                    target.nextRespondWithin() == null ? 0 : target.nextRespondWithin());
        }
    }
}
