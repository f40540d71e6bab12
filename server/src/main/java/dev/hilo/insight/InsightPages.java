package dev.hilo.insight;

import dev.hilo.api.Required;
import dev.hilo.api.Ticket;
import dev.hilo.pages.Desk;
import dev.hilo.pages.Pages;
import dev.hilo.tickets.Tickets;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.util.ArrayList;
import java.util.List;

/** {@code /tickets/{id}/insight}: what the messages of a ticket say, beside its story, and what follows with one click. */
public final class InsightPages {

    /**
     * Something that the ticket could be given.
     *
     * @param target topic, type, priority, group or tag
     * @param value as a form of the ticket sends it
     * @param name to be shown; null for a priority, whose name the page knows
     * @param percent how likely it is right
     * @param isDone whether the ticket has it
     */
    public record Proposal(String target, String value, String name, long percent, boolean isDone) {

        /** The form's field. */
        public String field() {
            return target.equals("tag") ? "addTags" : target;
        }
    }

    /**
     * @param latest what the last message says; null while none was read
     * @param topic where an agent has put the ticket; null where none has
     * @param similar the nearest past tickets, the reason for what is proposed
     */
    public record Panel(
            long ticketId, Reading latest, String topic, List<Proposal> proposals, List<Reading.Similar> similar) {

        public long percent(double share) {
            return Math.round(100 * share);
        }
    }

    /** @param topic by its name */
    public record Chosen(@Required String topic) {}

    private final Insight insight;
    private final Topics topics;
    private final Tickets tickets;
    private final Desk desk;
    private final Pages pages;

    public InsightPages(Insight insight, Topics topics, Tickets tickets, Desk desk, Pages pages) {
        this.insight = insight;
        this.topics = topics;
        this.tickets = tickets;
        this.desk = desk;
        this.pages = pages;
    }

    public Answer panel(Call call) {
        var found = insight.ofTicket(call.caller(), call.id());
        if (found.messages().isEmpty()) return shown(call, new Panel(call.id(), null, null, List.of(), List.of()));
        var first = found.messages().getLast().reading();
        var ticket = tickets.view(call.caller(), call.address(), call.id());
        return shown(
                call,
                new Panel(
                        call.id(),
                        found.messages().getFirst().reading(),
                        found.topic(),
                        proposals(
                                first,
                                found.topic(),
                                ticket,
                                desk.of(call.caller().accountId())),
                        first.similar()));
    }

    private Answer shown(Call call, Panel panel) {
        return pages.part(call, "parts/insight", panel);
    }

    /** Those of the ticket's own text: later messages thank, or ask for something beside. */
    private static List<Proposal> proposals(Reading first, String topic, Ticket ticket, Desk.Choices choices) {
        var proposals = new ArrayList<Proposal>();
        for (var suggestion : first.suggestions()) {
            String value = suggestion.value();
            if (value == null) continue;
            String name = name(suggestion.target(), value, choices);
            // A group that is gone since the training.
            if (name == null && suggestion.target().equals(Target.GROUP)) continue;
            boolean isDone = value.equals(now(suggestion.target(), topic, ticket));
            proposals.add(new Proposal(suggestion.target(), value, name, percent(suggestion.probability()), isDone));
        }
        for (var tag : first.tags()) {
            boolean isDone = ticket.tags().contains(tag.label());
            proposals.add(new Proposal("tag", tag.label(), tag.label(), percent(tag.probability()), isDone));
        }
        return proposals;
    }

    private static String name(String target, String value, Desk.Choices choices) {
        return switch (target) {
            case Target.PRIORITY -> null;
            case Target.GROUP -> choices.group(Long.valueOf(value));
            default -> value;
        };
    }

    private static String now(String target, String topic, Ticket ticket) {
        return switch (target) {
            case Target.TOPIC -> topic;
            case Target.TYPE -> ticket.type();
            case Target.PRIORITY -> String.valueOf(ticket.priority());
            case Target.GROUP -> String.valueOf(ticket.groupId());
            default -> null;
        };
    }

    private static long percent(double share) {
        return Math.round(100 * share);
    }

    public Answer putTopic(Call call) {
        var topic = topics.named(call.caller(), call.body(Chosen.class).topic());
        topics.put(call.caller(), call.id(), topic.id());
        return panel(call);
    }
}
