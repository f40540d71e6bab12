package dev.hilo.fields;

public final class TicketForms {
    public TicketForm of(long a) {
        return new TicketForm();
    }
}
