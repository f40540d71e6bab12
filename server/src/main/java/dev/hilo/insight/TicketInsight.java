package dev.hilo.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the messages of a ticket say.
 *
 * @param topic where an agent has put the ticket; null where none has
 * @param messages the latest first; empty while none was read
 */
public record TicketInsight(long ticketId, String topic, List<OfMessage> messages) {

    /** @param conversationId null for the ticket's own text */
    public record OfMessage(Long conversationId, Instant saidAt, Instant readAt, Reading reading) {}

    static TicketInsight of(long ticketId, String topic, List<InsightStore.Kept> kept, List<Reading> readings) {
        var messages = new ArrayList<OfMessage>();
        for (int i = 0; i < kept.size(); i++) {
            var row = kept.get(i);
            Long conversation = row.conversationId() == 0 ? null : row.conversationId();
            messages.add(new OfMessage(conversation, row.saidAt(), row.readAt(), readings.get(i)));
        }
        return new TicketInsight(ticketId, topic, messages);
    }
}
