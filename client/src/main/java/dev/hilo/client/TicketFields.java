package dev.hilo.client;

import dev.hilo.api.AdminTicketField;
import dev.hilo.api.FieldSection;
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

    /** As administrators change them: {@code client.ticketFields().forAdministrators().get(7)}. */
    public Records<AdminTicketField, AdminTicketField> forAdministrators() {
        return Records.unpaged(raw(), "/admin/ticket_fields", AdminTicketField.class);
    }

    /** What a choice of a field brings along: {@code client.ticketFields().sections(7).all()}. */
    public Records<FieldSection, FieldSection> sections(long field) {
        return Records.unpaged(raw(), "/admin/ticket_fields/" + field + "/sections", FieldSection.class);
    }
}
