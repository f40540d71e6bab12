package dev.hilo.tickets;

import dev.hilo.api.MergeTickets;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code PUT /api/v2/tickets/merge} */
public final class MergeApi {

    private final Merge merge;

    public MergeApi(Merge merge) {
        this.merge = merge;
    }

    public Answer merge(Call call) {
        merge.merge(call.caller(), call.body(MergeTickets.class));
        return Answer.done();
    }
}
