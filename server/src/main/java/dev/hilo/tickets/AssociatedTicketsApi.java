package dev.hilo.tickets;

import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/tickets/{id}/associated_tickets} and {@code prime_association} */
public final class AssociatedTicketsApi {

    private final AssociatedTickets tickets;

    public AssociatedTicketsApi(AssociatedTickets tickets) {
        this.tickets = tickets;
    }

    public Answer list(Call call) {
        return Answer.ok(new dev.hilo.api.AssociatedTickets(tickets.of(call.caller(), call.id())));
    }

    public Answer prime(Call call) {
        return Answer.ok(tickets.prime(call.caller(), call.id()));
    }
}
