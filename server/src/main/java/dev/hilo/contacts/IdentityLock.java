package dev.hilo.contacts;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * Lets one transaction at a time give a contact an e-mail, a phone number or another identity: an e-mail may be the first
 * of one contact or another one of somebody else, which no single unique index sees.
 */
final class IdentityLock {

    interface Store {
        /** In one order for all, so that two transactions never wait for each other. */
        @SqlQuery("""
                select count(pg_advisory_xact_lock(hashtextextended(k.key, :accountId)))
                from unnest(:keys) with ordinality as k(key, n)
                """)
        long lock(@Bind("accountId") long accountId, @Bind("keys") List<String> keys);
    }

    private IdentityLock() {}

    static String email(String email) {
        return "email:" + email;
    }

    static String phone(String phone) {
        return "phone:" + phone;
    }

    static String twitter(String twitterId) {
        return "twitter:" + twitterId;
    }

    static String externalId(String externalId) {
        return "external:" + externalId;
    }

    /** Held until the transaction ends. */
    static void take(Handle handle, long accountId, Collection<String> identities) {
        if (identities.isEmpty()) return;
        handle.attach(Store.class).lock(accountId, List.copyOf(new TreeSet<>(identities)));
    }
}
