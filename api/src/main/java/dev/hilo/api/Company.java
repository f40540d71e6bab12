package dev.hilo.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A company (reference §4.2).
 *
 * @param renewalDate the start of the day, in UTC
 * @param orgCompanyIdStr the same in quotes
 */
public record Company(
        long id,
        String name,
        String description,
        String note,
        List<String> domains,
        Map<String, Object> customFields,
        Instant createdAt,
        Instant updatedAt,
        String healthScore,
        String accountTier,
        Instant renewalDate,
        String industry,
        long orgCompanyId,
        String orgCompanyIdStr) {}
