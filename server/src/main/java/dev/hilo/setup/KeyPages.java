package dev.hilo.setup;

import dev.hilo.accounts.Callers;
import dev.hilo.accounts.Keys;
import dev.hilo.api.Bounds;
import dev.hilo.api.Required;
import dev.hilo.errors.Refusal;
import dev.hilo.pages.Desk;
import dev.hilo.pages.Pages;
import dev.hilo.web.Answer;
import dev.hilo.web.Call;
import java.util.List;

/** {@code /setup/keys} for everybody's API keys and {@code /profile/keys} for one's own: made, shown once, revoked. */
public final class KeyPages {

    /** @param agent whose it is; not asked on the profile */
    public record Making(@Required @Bounds(100) String name, Long agent) {}

    /** @param fresh the key just made, which is not shown again; else null */
    public record KeysPage(List<Keys.Key> keys, String fresh, Desk.Choices desk, boolean isOwn) {

        /** Where the forms are sent to. */
        public String path() {
            return isOwn ? "/profile/keys" : "/setup/keys";
        }
    }

    private final Keys keys;
    private final Callers callers;
    private final Desk desk;
    private final Pages pages;

    public KeyPages(Keys keys, Callers callers, Desk desk, Pages pages) {
        this.keys = keys;
        this.callers = callers;
        this.desk = desk;
        this.pages = pages;
    }

    public Answer all(Call call) {
        return shown(call, null, false);
    }

    public Answer own(Call call) {
        return shown(call, null, true);
    }

    private Answer shown(Call call, String fresh, boolean isOwn) {
        var caller = call.caller();
        var list = isOwn ? keys.of(caller.accountId(), caller.agentId()) : keys.list(caller.accountId());
        var page = new KeysPage(list, fresh, desk.of(caller.accountId()), isOwn);
        return pages.page(call, "setup/keys", isOwn ? "profile" : "setup", "setup.keys", page);
    }

    public Answer create(Call call) {
        var asked = call.body(Making.class);
        if (asked.agent() == null) throw new Refusal.NotFound();
        return shown(call, keys.create(call.caller().accountId(), asked.agent(), asked.name()), false);
    }

    public Answer createOwn(Call call) {
        var asked = call.body(Making.class);
        var caller = call.caller();
        return shown(call, keys.create(caller.accountId(), caller.agentId(), asked.name()), true);
    }

    public Answer revoke(Call call) {
        revoked(call);
        return new Answer.Redirect("/setup/keys");
    }

    public Answer revokeOwn(Call call) {
        var caller = call.caller();
        boolean isTheirs =
                keys.of(caller.accountId(), caller.agentId()).stream().anyMatch(key -> key.id() == call.id());
        if (!isTheirs) throw new Refusal.NotFound();
        revoked(call);
        return new Answer.Redirect("/profile/keys");
    }

    private void revoked(Call call) {
        keys.revoke(call.caller().accountId(), call.id());
        callers.forget();
    }
}
