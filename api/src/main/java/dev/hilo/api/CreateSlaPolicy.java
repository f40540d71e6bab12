package dev.hilo.api;

/** @param isDefault may only be false: default policies come with the account */
public record CreateSlaPolicy(
        @Required @Bounds(255) String name,
        @Bounds(10_000) String description,
        Boolean active,
        Boolean isDefault,
        Integer position,
        @Required SlaTargets slaTarget,
        @Required SlaScope applicableTo,
        SlaEscalation escalation) {}
