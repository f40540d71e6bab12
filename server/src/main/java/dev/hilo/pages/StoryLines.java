package dev.hilo.pages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.events.Actor;
import dev.hilo.events.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Puts events into words. */
final class StoryLines {

    private static final Pattern RULE = Pattern.compile("rule (\\d+) .*");

    private final Phrases phrases;
    private final Desk.Choices desk;
    private final Map<Long, String> people;
    private final Map<Long, String> rules;

    StoryLines(Phrases phrases, Desk.Choices desk, Map<Long, String> people, Map<Long, String> rules) {
        this.phrases = phrases;
        this.desk = desk;
        this.people = people;
        this.rules = rules;
    }

    /** The rule that a cause names, or null. */
    static Long rule(Event event) {
        if (event.actor().kind() != Actor.Kind.RULE) return null;
        if (event.actor().id() != null) return event.actor().id();
        var named = event.cause() == null ? null : RULE.matcher(event.cause());
        return named != null && named.matches() ? Long.valueOf(named.group(1)) : null;
    }

    /** Empty when there is nothing to tell. */
    List<StoryItem.Line> of(Event event) {
        var texts = switch (event.type()) {
            case "ticket.created" -> List.of(say("created"));
            case "ticket.updated" -> changes(event);
            case "ticket.deleted", "ticket.restored", "conversation.deleted", "rating.created", "mail.created" ->
                List.of(say(event.type()));
            case "draft.created" ->
                event.actor().kind() == Actor.Kind.AI
                        ? List.<Said>of()
                        : List.of(new Said("sparkles", phrases.text("event.asked")));
            case "draft.updated" -> draft(event.after().path("state").asText());
            case "conversation.updated", "attachment.deleted", "ai_action.created", "ai_action.updated" ->
                List.<Said>of();
            case "time_entry.created", "summary.created", "summary.updated", "watcher.created", "watcher.deleted" ->
                List.of(say(event.type()));
            default -> List.of(new Said("circle-dot", phrases.text("event.other", event.type())));
        };
        return texts.stream()
                .map(said -> new StoryItem.Line(icon(event, said.icon), who(event), said.text, event.at()))
                .toList();
    }

    private List<Said> draft(String state) {
        return switch (state) {
            case "ACCEPTED", "EDITED", "REFUSED" ->
                List.of(new Said("sparkles", phrases.text("event.draft." + state.toLowerCase(Locale.ROOT))));
            default -> List.of();
        };
    }

    private record Said(String icon, String text) {}

    private Said say(String what, Object... values) {
        String icon = switch (what) {
            case "ticket.deleted", "conversation.deleted" -> "trash";
            case "mail.created" -> "mail";
            case "rating.created" -> "star";
            case "time_entry.created" -> "clock";
            default -> "circle-dot";
        };
        return new Said(icon, phrases.text("event." + what, values));
    }

    private static String icon(Event event, String usual) {
        return switch (event.actor().kind()) {
            case RULE -> "settings-automation";
            case AI -> "sparkles";
            default -> usual;
        };
    }

    private String who(Event event) {
        var actor = event.actor();
        return switch (actor.kind()) {
            case AGENT, CUSTOMER -> people.getOrDefault(actor.id(), phrases.text("event.somebody"));
            case RULE -> phrases.text("event.rule", rules.getOrDefault(rule(event), phrases.text("event.unknownRule")));
            case AI -> phrases.text("event.ai");
            case SYSTEM -> "Hilo";
        };
    }

    private List<Said> changes(Event event) {
        var said = new ArrayList<Said>();
        for (var change : event.after().properties()) change(said, change.getKey(), event.before(), change.getValue());
        return said;
    }

    private void change(List<Said> said, String column, JsonNode before, JsonNode after) {
        switch (column) {
            case "status" ->
                said.add(new Said(
                        isDone(after) ? "circle-check" : "circle-dot",
                        phrases.text("event.status", desk.status(after.asLong()))));
            case "priority" ->
                said.add(new Said(
                        "flag",
                        phrases.text("event.priority", phrases.text("priority." + Math.clamp(after.asInt(), 1, 4)))));
            case "responder_id" ->
                said.add(assigned(after, desk.agent(number(after)), "event.assigned", "event.unassigned"));
            case "group_id" -> said.add(assigned(after, desk.group(number(after)), "event.group", "event.noGroup"));
            case "tags" -> tags(said, before.path("tags"), after);
            case "type" ->
                said.add(new Said(
                        "tag",
                        after.isNull() ? phrases.text("event.noType") : phrases.text("event.type", after.asText())));
            case "subject" -> said.add(new Said("edit", phrases.text("event.subject", after.asText())));
            case "requester_id" -> said.add(new Said("user", phrases.text("event.requester")));
            case "is_escalated", "fr_escalated", "nr_escalated" -> {
                if (after.asBoolean()) said.add(new Said("clock-exclamation", phrases.text("event." + column)));
            }
            case "custom_fields" -> said.add(new Said("edit", phrases.text("event.custom")));
            case "merged_into" -> said.add(new Said("link", phrases.text("event.merged", after.asText())));
            case "spam" -> said.add(new Said("flag", phrases.text(after.asBoolean() ? "event.spam" : "event.noSpam")));
            case "description" -> said.add(new Said("edit", phrases.text("event.description")));
            case "archived" -> said.add(new Said("history", phrases.text("event.archived")));
            default -> {}
        }
    }

    private static boolean isDone(JsonNode status) {
        return status.asInt() == 4 || status.asInt() == 5;
    }

    private static Long number(JsonNode node) {
        return node.isNull() ? null : node.asLong();
    }

    private Said assigned(JsonNode after, String name, String key, String none) {
        if (after.isNull()) return new Said("user-question", phrases.text(none));
        return new Said("user-plus", phrases.text(key, name == null ? "?" : name));
    }

    private void tags(List<Said> said, JsonNode before, JsonNode after) {
        var gone = texts(before);
        var come = texts(after);
        var added = come.stream().filter(tag -> !gone.contains(tag)).toList();
        var removed = gone.stream().filter(tag -> !come.contains(tag)).toList();
        if (!added.isEmpty()) said.add(new Said("tag", phrases.text("event.tagged", String.join(", ", added))));
        if (!removed.isEmpty()) said.add(new Said("tag", phrases.text("event.untagged", String.join(", ", removed))));
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
