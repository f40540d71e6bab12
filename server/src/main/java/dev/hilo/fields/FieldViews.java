package dev.hilo.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.api.AdminTicketField;
import dev.hilo.api.Json;
import dev.hilo.api.TicketField;
import java.util.List;

/** Fields as the wire shows them. */
final class FieldViews {

    private FieldViews() {}

    /** @param records what a field of groups, agents or products offers: name to id */
    static TicketField publicly(Field f, JsonNode records) {
        boolean requester = f.type().equals("default_requester");
        return new TicketField(
                f.id(),
                f.name(),
                f.label(),
                f.description(),
                f.position(),
                f.requiredForClosure(),
                f.requiredForAgents(),
                f.type(),
                f.isDefault(),
                f.customersCanEdit(),
                f.customersCanFilter(),
                f.labelForCustomers(),
                f.requiredForCustomers(),
                f.displayedToCustomers(),
                f.createdAt(),
                f.updatedAt(),
                requester ? false : null,
                requester ? "company" : null,
                records != null ? records : choices(f),
                f.type().equals("nested_field") ? dependents(f) : null);
    }

    private static JsonNode choices(Field f) {
        return switch (f.type()) {
            case "default_ticket_type", "custom_dropdown" -> texts(f.offered());
            case "default_status" -> statuses(f.offered());
            case "default_priority", "default_source" -> numbers(f.offered());
            case "nested_field" -> nested(f.offered());
            default -> null;
        };
    }

    private static ArrayNode texts(List<Choice> choices) {
        var texts = Json.MAPPER.createArrayNode();
        choices.forEach(choice -> texts.add(choice.text()));
        return texts;
    }

    private static ObjectNode statuses(List<Choice> choices) {
        var statuses = Json.MAPPER.createObjectNode();
        for (var choice : choices) {
            if (Boolean.TRUE.equals(choice.deleted())) continue;
            statuses.putArray(choice.text()).add(choice.label()).add(choice.labelForCustomers());
        }
        return statuses;
    }

    private static ObjectNode numbers(List<Choice> choices) {
        var numbers = Json.MAPPER.createObjectNode();
        choices.forEach(choice -> numbers.put(choice.label(), choice.number()));
        return numbers;
    }

    /** Objects of objects of lists. */
    private static JsonNode nested(List<Choice> choices) {
        var levels = Json.MAPPER.createObjectNode();
        for (var choice : choices) {
            var deeper = choice.choices() == null ? List.<Choice>of() : choice.choices();
            boolean last = deeper.stream()
                    .allMatch(c -> c.choices() == null || c.choices().isEmpty());
            levels.set(choice.text(), last ? texts(deeper) : nested(deeper));
        }
        return levels;
    }

    private static JsonNode dependents(Field f) {
        var list = Json.MAPPER.createArrayNode();
        for (var dependent : f.dependents()) {
            list.addObject()
                    .put("id", dependent.id())
                    .put("name", dependent.name())
                    .put("label", dependent.label())
                    .put("label_in_portal", dependent.labelForCustomers())
                    .put("level", dependent.level());
        }
        return list;
    }

    static AdminTicketField forAdministrators(Field f, JsonNode sections) {
        boolean offers = !f.choices().isEmpty();
        return new AdminTicketField(
                f.id(),
                f.name(),
                f.label(),
                f.labelForCustomers(),
                f.position(),
                f.type(),
                f.isDefault(),
                f.customersCanEdit(),
                f.customersCanFilter(),
                f.requiredForClosure(),
                f.requiredForAgents(),
                f.requiredForCustomers(),
                f.displayedToCustomers(),
                f.createdAt(),
                f.updatedAt(),
                false,
                offers ? f.choices() : null,
                f.type().equals("nested_field") ? f.dependentFields() : null,
                sections == null || sections.isEmpty() ? null : true,
                sections);
    }
}
