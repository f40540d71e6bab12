package dev.hilo.automations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.hilo.events.Actor;
import dev.hilo.events.Event;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an event of the log means to rules of updates.
 *
 * @param performer one of {@link Performer}
 * @param performerId the agent, where one acted
 * @param deed what was said or done, as rules name it, or null
 * @param value what tells the deed apart, or null
 * @param changes of fields, by the names that rules know them by
 */
record Happening(int performer, Long performerId, String deed, String value, Map<String, Change> changes) {

    /** Of a field; a missing node stands for none. */
    record Change(JsonNode from, JsonNode to) {}

    private static final int REPLY = 3;
    private static final int CUSTOMERS = 1;
    private static final int NOTE = 2;

    /** Empty for what no rule waits for. */
    static Optional<Happening> of(Event event) {
        // what was erased since
        if (event.after() == null) return Optional.empty();
        return switch (event.type()) {
            case "ticket.updated" -> Optional.of(update(event));
            case "ticket.deleted" -> Optional.of(deed(event, "ticket_action", "delete"));
            case "conversation.created" -> entry(event);
            case "rating.created" ->
                Optional.of(new Happening(Performer.REQUESTER, null, "customer_feedback", null, Map.of()));
            case "time_entry.created" -> Optional.of(deed(event, "time_sheet_action", "added"));
            case "time_entry.updated" -> Optional.of(deed(event, "time_sheet_action", "updated"));
            default -> Optional.empty();
        };
    }

    private static Happening deed(Event event, String deed, String value) {
        return new Happening(performer(event.actor()), event.actor().id(), deed, value, Map.of());
    }

    private static int performer(Actor actor) {
        return switch (actor.kind()) {
            case AGENT -> Performer.AGENT;
            case CUSTOMER -> Performer.REQUESTER;
            case RULE, AI, SYSTEM -> Performer.SYSTEM;
        };
    }

    /** Whoever brings it in, what comes from outside is the requester's. */
    private static Optional<Happening> entry(Event event) {
        var entry = event.after();
        boolean incoming = entry.path("incoming").asBoolean();
        int source = entry.path("source").asInt();
        int category = entry.path("category").asInt();
        boolean isReply = category == REPLY || (category == CUSTOMERS && source == 0);
        boolean isNote = source == 2 && (category == NOTE || category == CUSTOMERS);
        if (!isReply && !isNote) return Optional.empty();
        String tone = entry.path("private").asBoolean() ? "private" : "public";
        return Optional.of(new Happening(
                incoming ? Performer.REQUESTER : performer(event.actor()),
                incoming ? null : event.actor().id(),
                isReply ? "reply_sent" : "note_type",
                isReply ? null : tone,
                Map.of()));
    }

    private static Happening update(Event event) {
        var changes = new LinkedHashMap<String, Change>();
        for (var field : event.after().properties()) {
            var change = new Change(set(event.before().path(field.getKey())), set(field.getValue()));
            switch (field.getKey()) {
                case "type" -> changes.put("ticket_type", change);
                case "tags" -> changes.put("tag_names", change);
                case "custom_fields" -> custom(change, changes);
                default -> changes.put(field.getKey(), change);
            }
        }
        boolean isSpam = event.after().path("spam").asBoolean();
        return new Happening(
                performer(event.actor()),
                event.actor().id(),
                "ticket_action",
                isSpam ? "marked_spam" : "update",
                changes);
    }

    private static void custom(Change all, Map<String, Change> changes) {
        var names = new HashSet<String>();
        all.from.fieldNames().forEachRemaining(names::add);
        all.to.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            changes.put(name, new Change(set(all.from.path(name)), set(all.to.path(name))));
        }
    }

    private static JsonNode set(JsonNode node) {
        return node.isNull() ? MissingNode.getInstance() : node;
    }

    /** Whether a field has another value than before. */
    boolean changed(String field) {
        var change = changes.get(field);
        return change != null && !change.from.equals(change.to);
    }
}
