package dev.hilo.sla;

import dev.hilo.api.CreateSlaPolicy;
import dev.hilo.api.Patch;
import dev.hilo.api.SlaEscalation;
import dev.hilo.api.UpdateSlaPolicy;

/** Turns requests about SLA policies into what is stored. */
final class SlaPolicyChange {

    static final SlaEscalation NOBODY = new SlaEscalation(null, null, null, null, null, null);

    private SlaPolicyChange() {}

    /** @param position where the request names none */
    static SlaPolicy policy(CreateSlaPolicy asked, int position) {
        return new SlaPolicy(
                0,
                asked.name(),
                asked.description(),
                !Boolean.FALSE.equals(asked.active()),
                false,
                asked.position() == null ? position : asked.position(),
                asked.slaTarget(),
                asked.applicableTo(),
                asked.escalation() == null ? NOBODY : asked.escalation(),
                null,
                null);
    }

    static SlaPolicy changed(SlaPolicy now, UpdateSlaPolicy asked) {
        return new SlaPolicy(
                now.id(),
                asked.name().or(now.name()),
                asked.description().or(now.description()),
                valueOr(asked.active(), now.active()),
                now.isDefault(),
                valueOr(asked.position(), now.position()),
                valueOr(asked.slaTarget(), now.targets()),
                valueOr(asked.applicableTo(), now.scope()),
                asked.escalation().isPresent() ? valueOr(asked.escalation(), NOBODY) : now.escalation(),
                now.createdAt(),
                now.updatedAt());
    }

    private static <T> T valueOr(Patch<T> asked, T otherwise) {
        return asked.hasValue() ? asked.value() : otherwise;
    }
}
