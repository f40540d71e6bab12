package dev.hilo.crm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.FieldError;
import dev.hilo.api.Json;
import dev.hilo.errors.Problems;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which property there takes which field from here.
 *
 * @param contact fields by properties
 * @param company fields by properties
 */
record Mapping(Map<String, String> contact, Map<String, String> company) {

    private static final String CUSTOM = "custom_fields.";
    private static final int MOST = 100;

    private static final Set<String> OF_CONTACTS = Set.of(
            "id",
            "link",
            "name",
            "first_name",
            "last_name",
            "phone",
            "mobile",
            "address",
            "job_title",
            "language",
            "time_zone",
            "twitter_id",
            "unique_external_id",
            "tags",
            "description");

    private static final Set<String> OF_COMPANIES = Set.of(
            "id", "link", "name", "description", "note", "health_score", "account_tier", "renewal_date", "industry");

    static final Mapping DEFAULT = new Mapping(
            Map.of(
                    "firstname", "first_name",
                    "lastname", "last_name",
                    "phone", "phone",
                    "mobilephone", "mobile",
                    "jobtitle", "job_title"),
            Map.of("name", "name"));

    static Mapping of(JsonNode stored) {
        return new Mapping(fields(stored.path("contact")), fields(stored.path("company")));
    }

    private static Map<String, String> fields(JsonNode node) {
        var fields = new TreeMap<String, String>();
        node.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }

    /** As somebody wants it; what is not said stays as it is by default. */
    static Mapping parse(JsonNode asked) {
        var problems = new Problems();
        for (var name : asked.properties()) {
            if (!Set.of("contact", "company").contains(name.getKey()))
                problems.add(FieldError.unexpected("mapping." + name.getKey()));
        }
        var mapping = new Mapping(
                part(problems, asked, "contact", OF_CONTACTS, "email", DEFAULT.contact()),
                part(problems, asked, "company", OF_COMPANIES, "domain", DEFAULT.company()));
        problems.refuse();
        return mapping;
    }

    private static Map<String, String> part(
            Problems problems,
            JsonNode asked,
            String name,
            Set<String> known,
            String key,
            Map<String, String> otherwise) {
        var part = asked.path(name);
        if (part.isMissingNode() || part.isNull()) return otherwise;
        if (!part.isObject() || part.size() > MOST) {
            problems.add(
                    FieldError.invalid("mapping." + name, "It should be an object of " + MOST + " fields at most"));
            return otherwise;
        }
        for (var field : part.properties()) {
            String path = "mapping." + name + "." + field.getKey();
            String from = field.getValue().asText("");
            boolean isKnown = known.contains(from)
                    || from.startsWith(CUSTOM) && from.length() > CUSTOM.length() && from.indexOf('\0') < 0;
            if (!field.getValue().isTextual() || !isKnown)
                problems.add(FieldError.invalid(path, "There is no such field"));
            if (!field.getKey().matches("[a-z][a-z0-9_]{0,99}")
                    || field.getKey().equals(key)) {
                problems.add(FieldError.invalid(path, "It cannot be set"));
            }
        }
        return fields(part);
    }

    JsonNode json() {
        return Json.MAPPER.valueToTree(this);
    }

    /** The values of a record by the properties there; what is empty here is left as it is there. */
    static Map<String, String> values(Map<String, String> fields, Map<String, String> own, JsonNode custom) {
        var values = new TreeMap<String, String>();
        fields.forEach((property, field) -> {
            String value =
                    field.startsWith(CUSTOM) ? text(custom.path(field.substring(CUSTOM.length()))) : own.get(field);
            if (value != null && !value.isBlank()) values.put(property, value.strip());
        });
        return values;
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }
}
