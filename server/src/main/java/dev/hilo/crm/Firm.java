package dev.hilo.crm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A company as it is written to a CRM. */
public record Firm(
        long id,
        String name,
        String description,
        String note,
        List<String> domains,
        String healthScore,
        String accountTier,
        LocalDate renewalDate,
        String industry,
        JsonNode customFields) {

    /** @param link where a person sees the company */
    Map<String, String> values(Map<String, String> fields, String link) {
        var own = new HashMap<String, String>();
        own.put("id", Long.toString(id));
        own.put("link", link);
        own.put("name", name);
        own.put("description", description);
        own.put("note", note);
        own.put("health_score", healthScore);
        own.put("account_tier", accountTier);
        own.put("renewal_date", Objects.toString(renewalDate, null));
        own.put("industry", industry);
        return Mapping.values(fields, own, customFields);
    }
}
