package dev.hilo.agents;

import dev.hilo.accounts.NewAccount;
import dev.hilo.accounts.Passwords;
import dev.hilo.roles.DefaultRole;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The account administrator with whom a new account begins. */
public final class FirstAgent {

    interface Store {
        @SqlQuery("""
                insert into contacts (account_id, name, email, language, time_zone, active, created_at, updated_at)
                values (:accountId, :name, :email, :language, :timeZone, true, :now, :now)
                returning id
                """)
        long insertPerson(long accountId, String name, String email, String language, String timeZone, Instant now);

        @SqlUpdate("""
                insert into agents (account_id, id, password_hash, created_at, updated_at)
                values (:accountId, :id, :passwordHash, :now, :now)
                """)
        void insertAgent(long accountId, long id, String passwordHash, Instant now);

        @SqlUpdate("""
                insert into agent_roles (account_id, agent_id, role_id)
                select account_id, :agentId, id from roles where account_id = :accountId and name = :role
                """)
        void giveRole(long accountId, long agentId, String role);
    }

    private FirstAgent() {}

    public static void found(Handle handle, long accountId, NewAccount account, Instant now) {
        var store = handle.attach(Store.class);
        long id = store.insertPerson(
                accountId,
                account.adminName(),
                account.adminEmail().toLowerCase(),
                account.language(),
                account.timeZone(),
                now);
        String password = account.adminPassword() == null ? null : Passwords.hash(account.adminPassword());
        store.insertAgent(accountId, id, password, now);
        store.giveRole(accountId, id, DefaultRole.ACCOUNT_ADMINISTRATOR.title());
    }
}
