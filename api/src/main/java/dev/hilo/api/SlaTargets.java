package dev.hilo.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The targets of each priority: 4 urgent, 3 high, 2 medium, 1 low. */
public record SlaTargets(
        @Required @JsonProperty("priority_4") SlaTarget urgent,
        @Required @JsonProperty("priority_3") SlaTarget high,
        @Required @JsonProperty("priority_2") SlaTarget medium,
        @Required @JsonProperty("priority_1") SlaTarget low) {

    /** @param priority 1 to 4 */
    public SlaTarget of(int priority) {
        return switch (priority) {
            case 4 -> urgent;
            case 3 -> high;
            case 2 -> medium;
            default -> low;
        };
    }
}
