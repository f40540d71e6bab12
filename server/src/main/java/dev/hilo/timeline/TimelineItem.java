package dev.hilo.timeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.hilo.api.Conversation;
import dev.hilo.events.Event;
import java.time.Instant;

/**
 * One thing that happened to a ticket.
 *
 * @param kind {@code message} for a reply, a note or what the customer wrote; {@code event} for everything else
 * @param cursor to go on from this item, as {@code before} or {@code after}
 * @param message as the conversations API shows it; only of a message
 * @param event as the changes show it; only of an event
 */
public record TimelineItem(
        String kind,
        @JsonSerialize(using = ToStringSerializer.class) Instant at,
        String cursor,
        @JsonInclude(Include.NON_NULL) Conversation message,
        @JsonInclude(Include.NON_NULL) Event event,
        @JsonIgnore Position position) {

    static TimelineItem of(Conversation message) {
        var position = new Position(message.createdAt(), Position.MESSAGE, message.id());
        return new TimelineItem("message", message.createdAt(), position.cursor(), message, null, position);
    }

    static TimelineItem of(Event event) {
        var position = new Position(event.at(), Position.EVENT, event.id());
        return new TimelineItem("event", event.at(), position.cursor(), null, event, position);
    }
}
