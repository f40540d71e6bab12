package dev.hilo.sla;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.api.Json;
import dev.hilo.api.SlaPolicyChanged;
import dev.hilo.api.SlaPolicyItem;
import dev.hilo.api.SlaScope;
import java.util.List;

/** SLA policies as they are sent. */
final class SlaPolicyViews {

    private static final List<String> ESCALATIONS = List.of(
            "reminder_response",
            "reminder_resolution",
            "response",
            "resolution",
            "reminder_next_response",
            "next_response");

    private SlaPolicyViews() {}

    static SlaPolicyItem item(SlaPolicy policy, int rank) {
        var targets = policy.targets();
        return new SlaPolicyItem(
                Long.toString(policy.id()),
                policy.name(),
                policy.description() == null ? "" : policy.description(),
                policy.active(),
                new SlaPolicyItem.Targets(
                        new SlaPolicyItem.Target(targets.urgent()),
                        new SlaPolicyItem.Target(targets.high()),
                        new SlaPolicyItem.Target(targets.medium()),
                        new SlaPolicyItem.Target(targets.low())),
                policy.scope(),
                policy.isDefault(),
                rank,
                policy.createdAt(),
                policy.updatedAt(),
                Json.MAPPER.valueToTree(policy.escalation()),
                conditions(policy.scope()));
    }

    static SlaPolicyChanged changed(SlaPolicy policy) {
        return new SlaPolicyChanged(
                policy.id(),
                policy.name(),
                policy.description(),
                policy.active(),
                policy.targets(),
                policy.scope(),
                policy.isDefault(),
                policy.position(),
                policy.createdAt(),
                policy.updatedAt(),
                everyEscalation(policy),
                conditions(policy.scope()));
    }

    /** All six, empty where nobody is told. */
    private static JsonNode everyEscalation(SlaPolicy policy) {
        var given = Json.MAPPER.<ObjectNode>valueToTree(policy.escalation());
        var all = JsonNodeFactory.instance.objectNode();
        for (String name : ESCALATIONS) all.set(name, given.has(name) ? given.get(name) : all.objectNode());
        return all;
    }

    /** What the policy is for, in the words of the newer conditions. */
    private static JsonNode conditions(SlaScope scope) {
        var conditions = JsonNodeFactory.instance.objectNode();
        if (scope.equals(SlaScope.EVERY_TICKET)) return conditions;
        var set = conditions.put("match_type", "all").putArray("properties").addObject();
        set.put("match_type", "all").putArray("properties");
        add(set, "company_id", scope.companyIds());
        add(set, "group_id", scope.groupIds());
        add(set, "source", scope.sources());
        add(set, "ticket_type", scope.ticketTypes());
        add(set, "product_id", scope.productIds());
        return conditions;
    }

    private static void add(ObjectNode set, String field, List<?> values) {
        if (values.isEmpty()) return;
        set.withArray("properties")
                .addObject()
                .put("resource", "ticket")
                .put("field_name", field)
                .put("operator", "contains_in")
                .set("value", Json.MAPPER.valueToTree(values));
    }
}
