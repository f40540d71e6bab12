package dev.hilo.sla;

import dev.hilo.api.CreateSlaPolicy;
import dev.hilo.api.UpdateSlaPolicy;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/sla_policies} */
public final class SlaPoliciesApi {

    private final SlaPolicies policies;

    public SlaPoliciesApi(SlaPolicies policies) {
        this.policies = policies;
    }

    public Answer list(Call call) {
        return Answer.page(policies.list(call.caller(), call.paging()));
    }

    /** The location is malformed as Freshdesk's is. */
    public Answer create(Call call) {
        var created = policies.create(call.caller(), call.body(CreateSlaPolicy.class));
        return new Answer.Created("/api/v2/sla_policies." + created.id(), SlaPolicyViews.changed(created));
    }

    public Answer update(Call call) {
        var updated = policies.update(call.caller(), call.id(), call.body(UpdateSlaPolicy.class));
        return Answer.ok(SlaPolicyViews.changed(updated));
    }
}
