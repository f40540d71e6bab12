package dev.hilo.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.api.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What of a change of a ticket is sent: the fields that are there still as they were here before it.
 *
 * @param fields to send
 * @param lost names of those that the other side has changed meanwhile
 */
record OutgoingChange(ObjectNode fields, List<String> lost) {

    private static final String CUSTOM = "custom_fields";

    /** @param there the ticket as it is now */
    static OutgoingChange of(OutgoingWrite write, JsonNode there) {
        var change = new OutgoingChange(Json.MAPPER.createObjectNode(), new ArrayList<>());
        write.fields().properties().forEach(field -> {
            String name = field.getKey();
            if (!name.equals(CUSTOM)) change.add(change.fields, name, field.getValue(), write.before(), there, name);
        });
        if (write.fields().has(CUSTOM)) {
            change.addCustom(write.fields().path(CUSTOM), write.before().path(CUSTOM), there.path(CUSTOM));
        }
        return change;
    }

    private void addCustom(JsonNode ours, JsonNode before, JsonNode there) {
        var changed = Json.MAPPER.createObjectNode();
        var names = new TreeSet<String>();
        ours.fieldNames().forEachRemaining(names::add);
        before.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            var value = value(ours, name);
            if (!value.equals(value(before, name))) add(changed, name, value, before, there, CUSTOM + "." + name);
        }
        if (!changed.isEmpty()) fields.set(CUSTOM, changed);
    }

    private void add(ObjectNode into, String name, JsonNode ours, JsonNode before, JsonNode there, String called) {
        var now = value(there, name);
        if (now.equals(ours)) return;
        if (now.equals(value(before, name))) into.set(name, ours);
        else lost.add(called);
    }

    /** Null when there is none. */
    private static JsonNode value(JsonNode of, String name) {
        var value = of.get(name);
        return value == null ? NullNode.instance : value;
    }

    boolean isOverruled() {
        return fields.isEmpty() && !lost.isEmpty();
    }

    String trouble() {
        return lost.isEmpty() ? null : "Changed there meanwhile: " + String.join(", ", lost);
    }
}
