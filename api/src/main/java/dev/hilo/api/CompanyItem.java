package dev.hilo.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A company on a list, whose custom fields come later and whose outer id is a text (recorded 2026-08). */
public record CompanyItem(
        long id,
        String name,
        String description,
        String note,
        List<String> domains,
        Instant createdAt,
        Instant updatedAt,
        Map<String, Object> customFields,
        String healthScore,
        String accountTier,
        Instant renewalDate,
        String industry,
        String orgCompanyId) {}
