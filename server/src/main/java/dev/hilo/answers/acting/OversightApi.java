package dev.hilo.answers.acting;

import dev.hilo.api.UpdateAiSettings;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/hilo/v1/ai} */
public final class OversightApi {

    private final Oversight oversight;

    public OversightApi(Oversight oversight) {
        this.oversight = oversight;
    }

    public Answer settings(Call call) {
        return Answer.ok(oversight.settings(call.caller()));
    }

    public Answer save(Call call) {
        return Answer.ok(oversight.save(call.caller(), call.body(UpdateAiSettings.class)));
    }

    public Answer stopEverything(Call call) {
        return Answer.ok(oversight.stopEverything(call.caller()));
    }

    public Answer actions(Call call) {
        return Answer.page(oversight.list(call.caller(), null, call.paging()));
    }

    public Answer actionsOfTicket(Call call) {
        return Answer.page(oversight.list(call.caller(), call.id(), call.paging()));
    }

    public Answer stop(Call call) {
        return Answer.ok(oversight.stop(call.caller(), call.id()));
    }

    public Answer undo(Call call) {
        return Answer.ok(oversight.undo(call.caller(), call.id()));
    }
}
