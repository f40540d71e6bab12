package dev.hilo.answers.summary;

import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/hilo/v1/tickets/{id}/digest} */
public final class DigestsApi {

    private final Digests digests;

    public DigestsApi(Digests digests) {
        this.digests = digests;
    }

    /** A POST, since it may cost money. */
    public Answer digest(Call call) {
        return Answer.ok(digests.of(call.caller(), call.id()));
    }
}
