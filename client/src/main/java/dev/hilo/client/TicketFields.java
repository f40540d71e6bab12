package dev.hilo.client;

import dev.hilo.api.TicketField;
import java.util.List;

/** What the form of a ticket asks for. */
public final class TicketFields extends Resource {

    TicketFields(Raw raw) {
        super(raw);
    }

    /** All in one call: {@code client.ticketFields().all()}. */
    public List<TicketField> all() {
        return documents().stream().map(Document::record).toList();
    }

    /** With every key that came: {@code client.ticketFields().documents()}. */
    public List<Document<TicketField>> documents() {
        return documents(get("/ticket_fields"), TicketField.class);
    }
}
