package dev.hilo.tickets;

import dev.hilo.search.Search;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/search/tickets} */
public final class TicketSearchApi {

    private final TicketSearch search;

    public TicketSearchApi(TicketSearch search) {
        this.search = search;
    }

    public Answer search(Call call) {
        return Answer.ok(search.search(call.caller(), call.parameters(Search.class)));
    }
}
