package dev.hilo.customers;

import dev.hilo.api.PortalChoices;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/hilo/v1/portal}. */
public final class PortalApi {

    private final PortalSettings settings;

    public PortalApi(PortalSettings settings) {
        this.settings = settings;
    }

    public Answer view(Call call) {
        return Answer.ok(settings.of(call.account().accountId()));
    }

    public Answer save(Call call) {
        return Answer.ok(settings.save(call.account().accountId(), call.body(PortalChoices.class)));
    }
}
