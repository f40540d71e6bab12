package dev.hilo.companies;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be set on a company. @param domains in lower case, each once */
public record CompanyFields(
        String name,
        String description,
        String note,
        List<String> domains,
        String healthScore,
        String accountTier,
        LocalDate renewalDate,
        String industry,
        Map<String, Object> customFields) {

    /** The values by the names of the default fields, but for the name, which every company has. */
    Map<String, Object> byField() {
        var values = new LinkedHashMap<String, Object>();
        values.put("description", description);
        values.put("note", note);
        values.put("domains", domains);
        values.put("health_score", healthScore);
        values.put("account_tier", accountTier);
        values.put("renewal_date", renewalDate);
        values.put("industry", industry);
        return values;
    }
}
