package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.api.Json;

/** The fields of the forms, in whichever of its shapes the wire tells their choices. */
final class FieldMappings {

    private FieldMappings() {}

    /** @param resource {@code ticket}, {@code contact} or {@code company} */
    static Mapping of(String resource) {
        return Mapping.of("fields")
                .fullTexts("resource name label label_for_customers type")
                .texts("description")
                .truths("is_default required_for_closure required_for_agents required_for_customers customers_can_edit")
                .truths("customers_can_filter displayed_to_customers editable_in_signup")
                .integer("position", 1)
                .array("choices")
                .array("dependent_fields")
                .adjusted((wire, row) -> adjust(resource, wire, row));
    }

    private static void adjust(String resource, JsonNode wire, ObjectNode row) {
        row.put("resource", resource);
        row.put("is_default", wire.path("default").asBoolean());
        if (!wire.hasNonNull("label_for_customers")) row.set("label_for_customers", row.get("label"));
        if (wire.hasNonNull("displayed_for_customers")) {
            row.set("displayed_to_customers", wire.get("displayed_for_customers"));
        }
        row.set("choices", choices(wire.path("type").asText(), wire.path("choices")));
        if (wire.path("nested_ticket_fields").isArray()) {
            row.set("dependent_fields", dependents(wire.path("nested_ticket_fields")));
        }
    }

    private static ArrayNode choices(String type, JsonNode wire) {
        if (type.equals("default_time_zone") || type.equals("default_language")) return Json.MAPPER.createArrayNode();
        return switch (type) {
            case "default_group",
                    "default_agent",
                    "default_product",
                    "default_internal_group",
                    "default_internal_agent" -> Json.MAPPER.createArrayNode();
            case "default_status" -> wire.isObject() ? statuses(wire) : listed(wire);
            case "nested_field" -> wire.isObject() ? nested(wire) : listed(wire);
            default -> wire.isObject() ? numbered(wire) : listed(wire);
        };
    }

    private static ArrayNode listed(JsonNode wire) {
        var choices = Json.MAPPER.createArrayNode();
        for (var choice : wire) {
            if (choice.isObject()) choices.add(choice);
            else choice(choices, choice.asText(), choice);
        }
        return choices;
    }

    private static ObjectNode choice(ArrayNode choices, String label, JsonNode value) {
        int position = choices.size() + 1;
        var choice = choices.addObject().put("id", position).put("label", label);
        choice.set("value", value);
        return choice.put("position", position);
    }

    /** {@code {"2": ["Open", "Being Processed"]}} */
    private static ArrayNode statuses(JsonNode wire) {
        var choices = Json.MAPPER.createArrayNode();
        wire.properties().forEach(entry -> {
            int number = Integer.parseInt(entry.getKey());
            String label = entry.getValue().path(0).asText();
            choice(choices, label, Json.MAPPER.getNodeFactory().numberNode(number))
                    .put("label_for_customers", entry.getValue().path(1).asText(label))
                    .put("stop_sla_timer", number >= 3 && number <= 7)
                    .put("deleted", false);
        });
        return choices;
    }

    /** {@code {"Low": 1}} */
    private static ArrayNode numbered(JsonNode wire) {
        var choices = Json.MAPPER.createArrayNode();
        wire.properties().forEach(entry -> choice(choices, entry.getKey(), entry.getValue()));
        return choices;
    }

    /** Objects of objects of lists. */
    private static ArrayNode nested(JsonNode wire) {
        var choices = Json.MAPPER.createArrayNode();
        wire.properties().forEach(entry -> {
            var value = Json.MAPPER.getNodeFactory().textNode(entry.getKey());
            var choice = choice(choices, entry.getKey(), value);
            choice.set("choices", entry.getValue().isObject() ? nested(entry.getValue()) : listed(entry.getValue()));
        });
        return choices;
    }

    private static ArrayNode dependents(JsonNode wire) {
        var list = Json.MAPPER.createArrayNode();
        for (var level : wire) {
            var dependent = list.addObject();
            dependent.set("id", level.path("id"));
            dependent.set("name", level.path("name"));
            dependent.set("label", level.path("label"));
            dependent.set("label_for_customers", level.path("label_in_portal"));
            dependent.set("level", level.path("level"));
        }
        return list;
    }
}
