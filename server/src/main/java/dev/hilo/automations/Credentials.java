package dev.hilo.automations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hilo.api.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the calls of a rule log in with lies apart from its actions, so that the history does not tell it. */
final class Credentials {

    private static final List<String> SECRET = List.of("api_key", "auth_header", "custom_headers");

    private Credentials() {}

    /** The actions without their secrets. */
    static JsonNode open(List<Map<String, Object>> actions) {
        var open = new ArrayList<Map<String, Object>>();
        for (var action : actions) {
            var rest = new LinkedHashMap<>(action);
            SECRET.forEach(rest::remove);
            open.add(rest);
        }
        return Json.MAPPER.valueToTree(open);
    }

    /** The secrets by the places of their actions. */
    static JsonNode of(List<Map<String, Object>> actions) {
        var secrets = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < actions.size(); i++) {
            for (var name : SECRET) {
                if (!actions.get(i).containsKey(name)) continue;
                secrets.withObject("/" + i)
                        .set(name, Json.MAPPER.valueToTree(actions.get(i).get(name)));
            }
        }
        return secrets;
    }

    static List<Map<String, Object>> joined(List<Map<String, Object>> open, JsonNode secrets) {
        var joined = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < open.size(); i++) {
            var action = new LinkedHashMap<>(open.get(i));
            for (var secret : secrets.path(String.valueOf(i)).properties()) {
                action.put(secret.getKey(), Json.MAPPER.convertValue(secret.getValue(), Object.class));
            }
            joined.add(action);
        }
        return joined;
    }
}
