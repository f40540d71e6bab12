package dev.hilo.roles;

import dev.hilo.accounts.Caller;
import dev.hilo.accounts.NewAccount;
import dev.hilo.api.Role;
import dev.hilo.db.Database;
import dev.hilo.errors.Refusal;
import dev.hilo.web.Page;
import dev.hilo.web.Paging;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The roles of an account. */
public final class Roles {

    private final Database database;

    public Roles(Database database) {
        this.database = database;
    }

    public Page<Role> list(Caller caller, Paging paging) {
        return Page.of(
                database.read(h -> h.attach(RoleStore.class).list(caller.accountId(), paging.limit(), paging.offset())),
                paging);
    }

    public Role require(Caller caller, long id) {
        return database.read(h -> h.attach(RoleStore.class).find(caller.accountId(), id))
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Gives a new account its default roles. */
    public static void found(Handle handle, long accountId, NewAccount account, Instant now) {
        var store = handle.attach(RoleStore.class);
        for (var role : DefaultRole.values()) {
            store.insert(accountId, role.title(), role.description(), role.agentType(), role.privileges(), now);
        }
    }
}
