package dev.hilo.answers.language;

import dev.hilo.api.UpdateLanguageModel;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/hilo/v1/ai/model} */
public final class EndpointsApi {

    private final Endpoints endpoints;

    public EndpointsApi(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    public Answer view(Call call) {
        return Answer.ok(endpoints.view(call.caller()));
    }

    public Answer save(Call call) {
        return Answer.ok(endpoints.save(call.caller(), call.body(UpdateLanguageModel.class)));
    }

    public Answer delete(Call call) {
        endpoints.delete(call.caller());
        return Answer.done();
    }

    public Answer test(Call call) {
        return Answer.ok(endpoints.test(call.caller()));
    }
}
