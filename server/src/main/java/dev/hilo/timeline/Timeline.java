package dev.hilo.timeline;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.Sight;
import dev.hilo.conversations.Conversations;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.events.TicketEvents;
import dev.hilo.web.Address;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that happened to a ticket, in one order: messages as they are now, and the events that are no messages. */
public final class Timeline {

    /**
     * Some items in a row.
     *
     * @param more whether there is more in the direction that was asked for
     */
    public record Slice(List<TimelineItem> items, boolean more) {}

    private final Database database;
    private final Conversations conversations;
    private final TicketEvents events;

    public Timeline(Database database, Conversations conversations, TicketEvents events) {
        this.database = database;
        this.conversations = conversations;
        this.events = events;
    }

    /** The newest items, newest first. @param before the cursor of an item, or null for the end */
    public Slice newest(Caller caller, Address address, long ticketId, String before, int limit) {
        var from = before == null ? Position.END : Position.read("before", before);
        return before(caller, address, ticketId, from, limit);
    }

    /** What came after an item, oldest first. @param after its cursor, or null for the beginning */
    public Slice since(Caller caller, Address address, long ticketId, String after, int limit) {
        var from = after == null ? Position.BEGINNING : Position.read("after", after);
        return after(caller, address, ticketId, from, limit);
    }

    /** Newest first, from a position backwards. It reads as many rows for a long ticket as for a short one. */
    Slice before(Caller caller, Address address, long ticketId, Position position, int limit) {
        requireSeen(caller, ticketId);
        var messages = conversations.before(
                caller.accountId(), address, ticketId, position.at(), position.idAmong(Position.MESSAGE), limit + 1);
        var others =
                events.before(caller.accountId(), ticketId, position.at(), position.idAmong(Position.EVENT), limit + 1);
        return slice(items(messages, others), Comparator.reverseOrder(), limit);
    }

    /** Oldest first, from a position onwards. */
    Slice after(Caller caller, Address address, long ticketId, Position position, int limit) {
        requireSeen(caller, ticketId);
        var messages = conversations.after(
                caller.accountId(), address, ticketId, position.at(), position.idAmong(Position.MESSAGE), limit + 1);
        var others =
                events.after(caller.accountId(), ticketId, position.at(), position.idAmong(Position.EVENT), limit + 1);
        return slice(items(messages, others), Comparator.naturalOrder(), limit);
    }

    private void requireSeen(Caller caller, long ticketId) {
        boolean seen = database.read(h -> h.attach(TimelineStore.class).sees(Sight.of(caller), ticketId));
        if (!seen) throw new Refusal.NotFound();
    }

    private static List<TimelineItem> items(
            List<dev.hilo.api.Conversation> messages, List<dev.hilo.events.Event> events) {
        var items = new ArrayList<TimelineItem>(messages.size() + events.size());
        messages.forEach(message -> items.add(TimelineItem.of(message)));
        events.forEach(event -> items.add(TimelineItem.of(event)));
        return items;
    }

    private static Slice slice(List<TimelineItem> items, Comparator<Position> order, int limit) {
        items.sort(Comparator.comparing(TimelineItem::position, order));
        return new Slice(items.subList(0, Math.min(limit, items.size())), items.size() > limit);
    }
}
