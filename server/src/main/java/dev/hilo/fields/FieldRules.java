package dev.hilo.fields;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.FieldError;
import dev.hilo.api.Json;
import dev.hilo.errors.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** What a custom field may be. */
final class FieldRules {

    static final List<String> TYPES = List.of(
            "custom_text",
            "custom_paragraph",
            "custom_checkbox",
            "custom_number",
            "custom_decimal",
            "custom_dropdown",
            "custom_date",
            "custom_url",
            "custom_phone_number",
            "nested_field");
    private static final int MOST_CHOICES = 1_000;
    private static final int DEEPEST = 3;

    private FieldRules() {}

    /** Only tickets have nested fields. */
    static void type(Resource resource, String type, Problems problems) {
        var types = TYPES.stream()
                .filter(t -> resource == Resource.TICKET || !t.equals("nested_field"))
                .toArray(String[]::new);
        problems.addIf(!List.of(types).contains(type), FieldError.notAmong("type", types));
    }

    /** {@code Order number} becomes {@code cf_order_number} on tickets and {@code order_number} elsewhere. */
    static String name(Resource resource, String label) {
        String snake = label.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
        return (resource == Resource.TICKET ? "cf_" : "") + (snake.isEmpty() ? "field" : snake);
    }

    /** The choices sent, each with an id; those whose id is known keep what was not sent. */
    static List<Choice> choices(JsonNode sent, List<Choice> before, LongSupplier ids, Problems problems) {
        if (sent == null || sent.isNull()) return before;
        var choices = read(sent, before, ids, 1, problems);
        problems.addIf(
                choices.size() > MOST_CHOICES,
                FieldError.invalid("choices", "It should have at most " + MOST_CHOICES + " elements"));
        return choices;
    }

    private static List<Choice> read(
            JsonNode sent, List<Choice> before, LongSupplier ids, int level, Problems problems) {
        var choices = new ArrayList<Choice>();
        if (!sent.isArray() || level > DEEPEST) {
            problems.add(FieldError.mismatch("choices", level > DEEPEST ? "deep Array" : "Object", "Array"));
            return choices;
        }
        for (var item : sent) {
            var choice = choice(item, before, ids, level, choices.size() + 1, problems);
            if (choice != null) choices.add(choice);
        }
        return choices;
    }

    private static Choice choice(
            JsonNode item, List<Choice> before, LongSupplier ids, int level, int position, Problems problems) {
        if (item.isTextual())
            return Choice.of(item.textValue(), item.textValue(), position).withId(ids.getAsLong());
        var known = before.stream()
                .filter(choice -> item.path("id").isIntegralNumber()
                        && choice.id() == item.path("id").longValue())
                .findFirst()
                .orElse(null);
        var value = item.has("value") ? value(item.get("value")) : known == null ? text(item, "label") : known.value();
        if (!item.isObject() || value == null || value.equals("")) {
            problems.add(FieldError.invalid("choices", "Each element should have a value"));
            return null;
        }
        var deeper = item.hasNonNull("choices")
                ? read(item.get("choices"), List.of(), ids, level + 1, problems)
                : known == null ? null : known.choices();
        return new Choice(
                known == null ? (Long) ids.getAsLong() : known.id(),
                item.has("label") ? text(item, "label") : known == null ? String.valueOf(value) : known.label(),
                value,
                item.path("position").asInt(position),
                item.has("label_for_customers")
                        ? text(item, "label_for_customers")
                        : known == null ? null : known.labelForCustomers(),
                item.has("stop_sla_timer")
                        ? (Boolean) item.get("stop_sla_timer").asBoolean()
                        : known == null ? null : known.stopSlaTimer(),
                item.has("deleted")
                        ? (Boolean) item.get("deleted").asBoolean()
                        : known == null ? null : known.deleted(),
                null,
                deeper);
    }

    private static Object value(JsonNode node) {
        if (node.isIntegralNumber()) return node.longValue();
        return node.isTextual() ? node.textValue() : null;
    }

    private static String text(JsonNode item, String key) {
        return item.path(key).asText("");
    }

    /** @param name of the field that they depend on */
    static List<DependentField> dependents(JsonNode sent, LongSupplier ids, Problems problems) {
        var dependents = new ArrayList<DependentField>();
        if (sent == null || sent.isNull()) return dependents;
        for (var item : sent) {
            String label = text(item, "label");
            int level = item.path("level").asInt(dependents.size() + 2);
            if (label.isEmpty() || level < 2 || level > DEEPEST) {
                problems.add(FieldError.invalid(
                        "dependent_fields", "Each element should have a label and a level of 2 or 3"));
                continue;
            }
            dependents.add(new DependentField(
                    ids.getAsLong(),
                    name(Resource.TICKET, label),
                    label,
                    item.path("label_for_customers").asText(label),
                    level));
        }
        return dependents;
    }

    static JsonNode json(Object value) {
        return Json.MAPPER.valueToTree(value);
    }
}
