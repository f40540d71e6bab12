package dev.hilo.crm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A contact as it is written to a CRM. */
public record Person(
        long id,
        String name,
        String email,
        String phone,
        String mobile,
        String address,
        String description,
        String jobTitle,
        String language,
        String timeZone,
        String twitterId,
        String uniqueExternalId,
        List<String> tags,
        JsonNode customFields,
        Long companyId) {

    /** @param link where a person sees the contact */
    Map<String, String> values(Map<String, String> fields, String link) {
        var own = new HashMap<String, String>();
        String plain = name.strip();
        int last = plain.lastIndexOf(' ');
        own.put("id", Long.toString(id));
        own.put("link", link);
        own.put("name", plain);
        own.put("first_name", last < 0 ? plain : plain.substring(0, last));
        own.put("last_name", last < 0 ? null : plain.substring(last + 1));
        own.put("phone", phone);
        own.put("mobile", mobile);
        own.put("address", address);
        own.put("description", description);
        own.put("job_title", jobTitle);
        own.put("language", language);
        own.put("time_zone", timeZone);
        own.put("twitter_id", twitterId);
        own.put("unique_external_id", uniqueExternalId);
        own.put("tags", String.join(", ", tags));
        return Mapping.values(fields, own, customFields);
    }
}
