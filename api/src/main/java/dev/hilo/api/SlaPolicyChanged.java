package dev.hilo.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** What the creation and the update of an SLA policy answer. */
public record SlaPolicyChanged(
        long id,
        String name,
        String description,
        boolean active,
        SlaTargets slaTarget,
        SlaScope applicableTo,
        boolean isDefault,
        int position,
        Instant createdAt,
        Instant updatedAt,
        JsonNode escalation,
        JsonNode advancedConditions) {}
