package dev.hilo.mail.out;

import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/hilo/v1/outbox}. */
public final class OutboxApi {

    private final Outbox outbox;

    public OutboxApi(Outbox outbox) {
        this.outbox = outbox;
    }

    public Answer list(Call call) {
        return Answer.page(outbox.list(call.caller(), call.parameters(OutboxFilter.class), call.paging()));
    }

    public Answer view(Call call) {
        return Answer.ok(outbox.require(call.caller(), call.id()));
    }

    public Answer retry(Call call) {
        return Answer.ok(outbox.retry(call.caller(), call.id()));
    }

    public Answer cancel(Call call) {
        outbox.cancel(call.caller(), call.id());
        return Answer.done();
    }
}
