package dev.hilo.api;

public record UpdateSlaPolicy(
        @Bounds(255) Patch<String> name,
        @Bounds(10_000) Patch<String> description,
        Patch<Boolean> active,
        Patch<Boolean> isDefault,
        Patch<Integer> position,
        Patch<SlaTargets> slaTarget,
        Patch<SlaScope> applicableTo,
        Patch<SlaEscalation> escalation) {}
