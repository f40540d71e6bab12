package dev.hilo.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A change of a company; no domains clears them. */
public record UpdateCompany(
        @Bounds(255) Patch<String> name,
        @Bounds(65_535) Patch<String> description,
        @Bounds(65_535) Patch<String> note,
        @Bounds(500) Patch<List<String>> domains,
        Patch<String> healthScore,
        Patch<String> accountTier,
        Patch<Instant> renewalDate,
        Patch<String> industry,
        Map<String, Object> customFields,
        @Among({"display_id", "primary_field_value"}) String lookupParameter) {}
