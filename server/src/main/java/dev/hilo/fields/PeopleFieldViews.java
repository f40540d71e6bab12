package dev.hilo.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.hilo.api.CompanyField;
import dev.hilo.api.ContactField;
import dev.hilo.api.Json;
import java.util.Set;

/** Fields of contacts and companies as the wire shows them. */
final class PeopleFieldViews {

    private static final Set<String> UNIQUE_OF_CONTACTS =
            Set.of("default_email", "default_mobile", "default_unique_external_id", "default_social_handler");
    private static final Set<String> QUICK_OF_CONTACTS = Set.of("default_name", "default_company_name");

    private PeopleFieldViews() {}

    static ContactField ofContacts(Field f) {
        return new ContactField(
                f.editableInSignup(),
                f.id(),
                f.name(),
                f.label(),
                f.position(),
                f.requiredForAgents(),
                f.type(),
                f.isDefault(),
                f.customersCanEdit(),
                f.labelForCustomers(),
                f.requiredForCustomers(),
                f.displayedToCustomers(),
                f.createdAt(),
                f.updatedAt(),
                choices(f),
                ofDefault(f, true),
                ofDefault(f, true),
                ofDefault(f, QUICK_OF_CONTACTS.contains(f.type())),
                ofDefault(f, UNIQUE_OF_CONTACTS.contains(f.type())));
    }

    static CompanyField ofCompanies(Field f) {
        return new CompanyField(
                f.id(),
                f.name(),
                f.label(),
                f.position(),
                f.requiredForAgents(),
                f.type(),
                f.isDefault(),
                f.createdAt(),
                f.updatedAt(),
                choices(f),
                ofDefault(f, true),
                ofDefault(f, true),
                ofDefault(f, false),
                ofDefault(f, f.type().equals("default_name")));
    }

    private static Boolean ofDefault(Field f, boolean value) {
        return f.isDefault() ? value : null;
    }

    private static JsonNode choices(Field f) {
        return switch (f.type()) {
            case "default_time_zone" -> Json.MAPPER.valueToTree(ZoneLabels.ALL);
            case "default_language" -> Json.MAPPER.valueToTree(Languages.ALL);
            case "custom_dropdown" -> objects(f);
            default -> f.choices().isEmpty() ? null : texts(f);
        };
    }

    private static ArrayNode texts(Field f) {
        var texts = Json.MAPPER.createArrayNode();
        f.offered().forEach(choice -> texts.add(choice.text()));
        return texts;
    }

    private static ArrayNode objects(Field f) {
        var objects = Json.MAPPER.createArrayNode();
        for (var choice : f.offered()) {
            objects.addObject()
                    .put("id", choice.id())
                    .put("label", choice.label())
                    .put("value", choice.text())
                    .put("position", choice.position());
        }
        return objects;
    }
}
