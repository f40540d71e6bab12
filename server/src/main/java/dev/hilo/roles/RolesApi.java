package dev.hilo.roles;

import dev.hilo.web.Answer;
import dev.hilo.web.Call;

/** {@code /api/v2/roles} */
public final class RolesApi {

    private final Roles roles;

    public RolesApi(Roles roles) {
        this.roles = roles;
    }

    public Answer list(Call call) {
        return Answer.page(roles.list(call.caller(), call.paging()));
    }

    public Answer view(Call call) {
        return Answer.ok(roles.require(call.caller(), call.id()));
    }
}
