package dev.hilo.answers.acting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hilo.answers.draft.Decision;
import dev.hilo.api.Json;
import java.util.List;

/** The reasons of an action, for people: what was read, what was decided, how sure, by which version. */
final class Card {

    private final ObjectNode node = Json.MAPPER.createObjectNode();

    Card(Task task, SettingsRow.Rule rule, List<String> topics) {
        node.put("asked_by", task.isAsked() ? "@hilo" : "customer message");
        node.put("mode", rule.mode().wire());
        node.put("gate", rule.gate());
        node.set("topics", Json.MAPPER.valueToTree(topics));
        node.putArray("why");
    }

    Card why(String reason) {
        node.withArray("why").add(reason);
        return this;
    }

    Card decided(Decision decision) {
        node.put("decision", decision.kind().name());
        node.put("confidence", Math.round(decision.confidence() * 1000) / 1000.0);
        node.put("language", decision.language());
        node.put("version", decision.version());
        var read = node.putArray("read");
        decision.passages()
                .forEach(p ->
                        read.addObject().put("id", p.id()).put("kind", p.kind()).put("title", p.title()));
        node.put("dropped", decision.dropped().size());
        decision.why().forEach(this::why);
        return this;
    }

    ObjectNode json() {
        return node;
    }
}
