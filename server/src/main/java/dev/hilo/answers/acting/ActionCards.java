package dev.hilo.answers.acting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Privilege;
import dev.hilo.accounts.Sight;
import dev.hilo.answers.Reasons;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.pages.Cards;
import dev.hilo.pages.Phrases;
import dev.hilo.pages.StoryItem;
import dev.hilo.pages.StoryItem.Card.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reason cards as the pages show them. */
public final class ActionCards implements Cards {

    private final Database database;

    public ActionCards(Database database) {
        this.database = database;
    }

    @Override
    public Map<Long, StoryItem.Card> of(Caller caller, Phrases phrases, long ticketId, List<Long> actions) {
        return database.read(h -> h.attach(ActingStore.class).ofTicket(caller.accountId(), ticketId, actions)).stream()
                .map(row -> card(caller, phrases, row))
                .collect(Collectors.toMap(StoryItem.Card::id, Function.identity()));
    }

    /** One that the caller may see. */
    public StoryItem.Card require(Caller caller, Phrases phrases, long id) {
        return database.read(h -> h.attach(ActingStore.class).find(Sight.of(caller), id))
                .map(row -> card(caller, phrases, row))
                .orElseThrow(Refusal.NotFound::new);
    }

    private static StoryItem.Card card(Caller caller, Phrases phrases, ActionRow row) {
        var card = row.card();
        var why = new ArrayList<String>();
        if (card.path("stopped").isTextual())
            why.add(Reasons.say(phrases, card.get("stopped").asText()));
        texts(card.path("why")).forEach(reason -> why.add(Reasons.say(phrases, reason)));
        var read = StreamSupport.stream(card.path("read").spliterator(), false)
                .map(each -> each.path("title").asText())
                .distinct()
                .toList();
        return new StoryItem.Card(
                row.id(),
                row.createdAt(),
                row.did(),
                row.state(),
                row.confidence() == null || row.did().equals("HANDOVER") ? null : Math.round(row.confidence() * 100),
                row.state().equals("WAITING") ? row.dueAt() : null,
                why,
                read,
                facts(phrases, row),
                caller.may(Privilege.ADD_NOTES) && row.canUndo());
    }

    private static List<Fact> facts(Phrases phrases, ActionRow row) {
        var card = row.card();
        var facts = new ArrayList<Fact>();
        String asked = card.path("asked_by").asText();
        facts.add(new Fact(
                phrases.text("card.asked"), asked.startsWith("@") ? asked : phrases.text("card.asked.customer")));
        facts.add(new Fact(phrases.text("card.mode"), phrases.text("ai.mode." + row.mode())));
        facts.add(
                new Fact(phrases.text("card.gate"), Math.round(card.path("gate").asDouble() * 100) + " %"));
        var topics = texts(card.path("topics"));
        if (!topics.isEmpty()) facts.add(new Fact(phrases.text("card.topics"), String.join(", ", topics)));
        if (card.path("version").isTextual())
            facts.add(new Fact(phrases.text("card.version"), card.get("version").asText()));
        if (row.cost().signum() > 0)
            facts.add(new Fact(
                    phrases.text("card.cost"), row.cost().stripTrailingZeros().toPlainString()));
        if (card.path("undone_by").isTextual())
            facts.add(new Fact(
                    phrases.text("card.undoneBy"), card.get("undone_by").asText()));
        return facts;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
