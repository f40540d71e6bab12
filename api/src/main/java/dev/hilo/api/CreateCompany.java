package dev.hilo.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A new company. @param domains those of no other company; contacts are told apart by them */
public record CreateCompany(
        @Required @Bounds(255) String name,
        @Bounds(65_535) String description,
        @Bounds(65_535) String note,
        @Bounds(500) List<String> domains,
        String healthScore,
        String accountTier,
        Instant renewalDate,
        String industry,
        Map<String, Object> customFields,
        @Among({"display_id", "primary_field_value"}) String lookupParameter) {

    public static CreateCompany named(String name) {
        return new CreateCompany(name, null, null, null, null, null, null, null, null, null);
    }
}
