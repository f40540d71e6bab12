package dev.hilo.tickets;

import dev.hilo.api.TicketWatchers;
import dev.hilo.api.UnwatchTickets;
import dev.hilo.api.WatchTicket;
import dev.hilo.api.WatchTickets;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/tickets/{id}/watchers} and the calls that change them. */
public final class WatchersApi {

    private final Watchers watchers;

    public WatchersApi(Watchers watchers) {
        this.watchers = watchers;
    }

    public Answer list(Call call) {
        return Answer.ok(new TicketWatchers(watchers.of(call.caller(), call.id())));
    }

    public Answer watch(Call call) {
        watchers.watch(call.caller(), call.id(), call.body(WatchTicket.class).userId());
        return Answer.done();
    }

    public Answer unwatch(Call call) {
        watchers.unwatch(call.caller(), call.id());
        return Answer.done();
    }

    public Answer watchMany(Call call) {
        var asked = call.body(WatchTickets.class);
        watchers.watch(call.caller(), asked.ids(), asked.userId());
        return Answer.done();
    }

    public Answer unwatchMany(Call call) {
        watchers.unwatch(call.caller(), call.body(UnwatchTickets.class).ids());
        return Answer.done();
    }
}
