package dev.hilo.answers.similar;

import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/hilo/v1/tickets/{id}/similar} */
public final class SimilarTicketsApi {

    private final SimilarTickets similar;

    public SimilarTicketsApi(SimilarTickets similar) {
        this.similar = similar;
    }

    public Answer list(Call call) {
        return Answer.ok(similar.of(call.caller(), call.id()));
    }
}
