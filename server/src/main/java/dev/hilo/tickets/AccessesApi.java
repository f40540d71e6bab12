package dev.hilo.tickets;

import dev.hilo.api.ChangeTicketAccesses;
import dev.hilo.api.TicketAccesses;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/tickets/{id}/accesses} */
public final class AccessesApi {

    private final Accesses accesses;

    public AccessesApi(Accesses accesses) {
        this.accesses = accesses;
    }

    public Answer view(Call call) {
        return Answer.ok(new TicketAccesses(accesses.of(call.caller(), call.id())));
    }

    public Answer add(Call call) {
        var asked = call.body(TicketAccesses.class);
        return Answer.ok(new TicketAccesses(accesses.add(call.caller(), call.id(), asked.userIds())));
    }

    public Answer change(Call call) {
        var asked = call.body(ChangeTicketAccesses.class);
        return Answer.ok(new TicketAccesses(accesses.change(call.caller(), call.id(), asked.userIds())));
    }

    public Answer clear(Call call) {
        accesses.clear(call.caller(), call.id());
        return Answer.done();
    }
}
