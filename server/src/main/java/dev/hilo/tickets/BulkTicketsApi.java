package dev.hilo.tickets;

import dev.hilo.api.BulkDeleteTickets;
import dev.hilo.api.BulkUpdateTickets;
import dev.hilo.jobs.JobsApi;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/tickets/bulk_update} and {@code bulk_delete} */
public final class BulkTicketsApi {

    private final BulkTickets tickets;

    public BulkTicketsApi(BulkTickets tickets) {
        this.tickets = tickets;
    }

    public Answer update(Call call) {
        tickets.update(call.caller(), call.body(BulkUpdateTickets.class), call.requestId());
        return JobsApi.started(call);
    }

    public Answer delete(Call call) {
        tickets.delete(call.caller(), call.body(BulkDeleteTickets.class), call.requestId());
        return JobsApi.started(call);
    }
}
