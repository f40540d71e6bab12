package dev.hilo.tickets;

import dev.hilo.api.WriteTicketSummary;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/tickets/{id}/summary} */
public final class SummariesApi {

    private final Summaries summaries;

    public SummariesApi(Summaries summaries) {
        this.summaries = summaries;
    }

    public Answer view(Call call) {
        return Answer.ok(summaries.view(call.caller(), call.address(), call.id()));
    }

    public Answer write(Call call) {
        return Answer.ok(
                summaries.write(call.caller(), call.address(), call.id(), call.body(WriteTicketSummary.class)));
    }

    public Answer delete(Call call) {
        summaries.delete(call.caller(), call.id());
        return Answer.done();
    }
}
