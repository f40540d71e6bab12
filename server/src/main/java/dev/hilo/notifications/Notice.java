package dev.hilo.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.conversations.EntryKind;
import dev.hilo.events.Actor;
import dev.hilo.events.Event;
import dev.hilo.mail.MailCause;
import dev.hilo.tickets.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * That somebody is to be told of something, as far as the event alone can say.
 *
 * @param conversationId the entry it is about, or null
 * @param agentId who has been assigned, or null when that is not what it is about
 * @param actor who did it, and so knows
 */
record Notice(Occasion occasion, long ticketId, Long conversationId, Long agentId, Actor actor) {

    private static final int BEGUN_BY_AGENT = 10;

    static List<Notice> of(Event event) {
        // Whose data were erased meanwhile has nobody to be told of it.
        if (event.after() == null) return List.of();
        return switch (event.type()) {
            case "ticket.created" -> ofTicket(event);
            case "ticket.updated" -> ofUpdate(event);
            case "conversation.created" -> ofEntry(event);
            default -> List.of();
        };
    }

    private static List<Notice> ofTicket(Event event) {
        var notices = new ArrayList<Notice>();
        var ticket = event.after();
        boolean isOutbound = ticket.path("source").asInt() == BEGUN_BY_AGENT;
        if (!isOutbound && !MailCause.isAutomatic(event.cause())) notices.add(of(Occasion.NEW_TICKET, event, null));
        notices.addAll(ofAssignment(event));
        return notices;
    }

    private static List<Notice> ofUpdate(Event event) {
        var notices = new ArrayList<>(ofAssignment(event));
        if (isSolved(event)) notices.add(of(Occasion.SOLVED, event, null));
        return notices;
    }

    /** One that was merged into another goes on there. */
    private static boolean isSolved(Event event) {
        int before = event.before() == null ? 0 : event.before().path("status").asInt();
        int after = event.after().path("status").asInt();
        return Status.isDone(after)
                && before != 0
                && !Status.isDone(before)
                && !event.after().hasNonNull("merged_into");
    }

    private static List<Notice> ofAssignment(Event event) {
        var agent = event.after().path("responder_id");
        if (!agent.isNumber()) return List.of();
        return List.of(new Notice(Occasion.ASSIGNED, event.ticketId(), null, agent.asLong(), event.actor()));
    }

    private static List<Notice> ofEntry(Event event) {
        var entry = event.after();
        if (entry.path("incoming").asBoolean()) {
            return List.of(of(Occasion.CUSTOMER_REPLIED, event, event.recordId()));
        }
        return isPublicNote(entry) ? List.of(of(Occasion.AGENT_REPLIED, event, event.recordId())) : List.of();
    }

    /** A reply is mailed as such. */
    private static boolean isPublicNote(JsonNode entry) {
        return entry.path("source").asInt() == EntryKind.NOTE.source
                && entry.path("category").asInt() == EntryKind.NOTE.category
                && !entry.path("private").asBoolean();
    }

    private static Notice of(Occasion occasion, Event event, Long conversationId) {
        return new Notice(occasion, event.ticketId(), conversationId, null, event.actor());
    }

    boolean isForRequester() {
        return occasion == Occasion.NEW_TICKET || occasion == Occasion.AGENT_REPLIED || occasion == Occasion.SOLVED;
    }
}
