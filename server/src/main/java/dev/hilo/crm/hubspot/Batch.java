package dev.hilo.crm.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.api.Json;
import dev.hilo.crm.Crm.Outcome;
import dev.hilo.crm.hubspot.HubSpotCalls.Rejected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Records written in one call, and what became of each. */
record Batch(List<Input> inputs) {

    /**
     * @param remoteId null when it is not known
     * @param key what it is found by there; null for none
     */
    record Input(long id, String remoteId, String key, ObjectNode json) {

        /** Every answer and fault names the record that it is about by this. */
        static Input of(long id, String remoteId, String key, ObjectNode json) {
            json.put("objectWriteTraceId", Long.toString(id));
            return new Input(id, remoteId, key, json);
        }
    }

    interface Sending {
        JsonNode send(ObjectNode body) throws Rejected;
    }

    /** Where a call is refused for one record's sake, the halves are sent apart, until that record stands alone. */
    List<Outcome> send(Sending call) {
        if (inputs.isEmpty()) return List.of();
        try {
            return outcomes(call.send(body()));
        } catch (Rejected e) {
            if (inputs.size() == 1) return List.of(alone(inputs.getFirst(), e));
            int half = inputs.size() / 2;
            var all = new ArrayList<>(new Batch(inputs.subList(0, half)).send(call));
            all.addAll(new Batch(inputs.subList(half, inputs.size())).send(call));
            return all;
        }
    }

    private static Outcome alone(Input input, Rejected e) {
        return e.status == 404 && input.remoteId() != null
                ? new Outcome.Gone(input.id())
                : new Outcome.Refused(input.id(), e.getMessage());
    }

    private ObjectNode body() {
        var body = Json.MAPPER.createObjectNode();
        var list = body.putArray("inputs");
        inputs.forEach(input -> list.add(input.json()));
        return body;
    }

    private List<Outcome> outcomes(JsonNode answer) {
        var byName = new HashMap<String, Input>();
        for (var input : inputs) {
            byName.put("trace " + input.id(), input);
            if (input.remoteId() != null) byName.put("id " + input.remoteId(), input);
            if (input.key() != null) byName.put("key " + input.key(), input);
        }
        var outcomes = new HashMap<Long, Outcome>();
        for (var error : answer.path("errors")) fault(byName, error, outcomes);
        for (var result : answer.path("results")) {
            var input = named(byName, result);
            if (input == null) continue;
            boolean isNew = result.path("new").asBoolean(input.remoteId() == null);
            outcomes.put(
                    input.id(),
                    new Outcome.Written(input.id(), result.path("id").asText(), isNew));
        }
        return inputs.stream()
                .map(input -> outcomes.getOrDefault(
                        input.id(), new Outcome.Refused(input.id(), "HubSpot said nothing of this record")))
                .toList();
    }

    private static Input named(Map<String, Input> byName, JsonNode result) {
        var input = byName.get("trace " + result.path("objectWriteTraceId").asText());
        if (input == null) input = byName.get("id " + result.path("id").asText());
        for (String key : new String[] {"email", "domain"}) {
            if (input == null) input = byName.get("key " + lower(result.at("/properties/" + key)));
        }
        return input;
    }

    /** Whom a fault is about stands in its context, as {@code objectWriteTraceId} or {@code ids}. */
    private static void fault(Map<String, Input> byName, JsonNode error, Map<Long, Outcome> outcomes) {
        boolean isGone = error.path("category").asText().equals("OBJECT_NOT_FOUND");
        for (String context : new String[] {"objectWriteTraceId", "ids", "id"}) {
            for (var name : error.path("context").path(context)) {
                String kind = context.equals("objectWriteTraceId") ? "trace " : "id ";
                var input = byName.get(kind + name.asText());
                if (input == null) continue;
                outcomes.put(
                        input.id(),
                        isGone && input.remoteId() != null
                                ? new Outcome.Gone(input.id())
                                : new Outcome.Refused(
                                        input.id(), error.path("message").asText("Refused")));
            }
        }
    }

    static String lower(JsonNode text) {
        return text.asText("").toLowerCase(Locale.ROOT);
    }
}
