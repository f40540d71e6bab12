package dev.hilo.sla;

import dev.hilo.api.SlaEscalation;
import dev.hilo.api.SlaScope;
import dev.hilo.api.SlaTargets;
import java.time.Instant;

/**
 * What an account promises about some of its tickets.
 *
 * @param isDefault whether it came with the account and counts where no other policy fits
 * @param position among the others; the first that fits a ticket counts
 * @param scope which tickets it is for
 */
public record SlaPolicy(
        long id,
        String name,
        String description,
        boolean active,
        boolean isDefault,
        int position,
        SlaTargets targets,
        SlaScope scope,
        SlaEscalation escalation,
        Instant createdAt,
        Instant updatedAt) {}
