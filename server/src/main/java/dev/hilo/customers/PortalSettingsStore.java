package dev.hilo.customers;

import dev.hilo.api.PortalChoices;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface PortalSettingsStore {

    @SqlQuery("select enabled, anonymous_tickets from portal_settings where account_id = :accountId")
    @RegisterConstructorMapper(PortalChoices.class)
    Optional<PortalChoices> find(long accountId);

    @SqlUpdate("""
            insert into portal_settings (account_id, enabled, anonymous_tickets, updated_at)
            values (:accountId, :enabled, :anonymousTickets, :now)
            on conflict (account_id) do update
            set enabled = excluded.enabled, anonymous_tickets = excluded.anonymous_tickets, updated_at = :now
            """)
    void save(long accountId, boolean enabled, boolean anonymousTickets, Instant now);
}
