package dev.hilo.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface CallerStore {

    /** An agent with what decides what the agent may do. */
    record Row(
            long id,
            String name,
            String email,
            int ticketScope,
            boolean apiKeyEnabled,
            String passwordHash,
            List<Long> groups,
            List<String> privileges) {}

    String AGENT = """
            select a.id, c.name, c.email, a.ticket_scope, a.api_key_enabled, a.password_hash,
                   array(select g.group_id from group_agents g
                         where g.account_id = a.account_id and g.agent_id = a.id) as groups,
                   array(select distinct unnest(r.privileges) from agent_roles ar
                         join roles r on r.account_id = ar.account_id and r.id = ar.role_id
                         where ar.account_id = a.account_id and ar.agent_id = a.id) as privileges
            from agents a
            join contacts c on c.account_id = a.account_id and c.id = a.id
            """;

    @SqlQuery(AGENT + """
            join api_keys k on k.account_id = a.account_id and k.agent_id = a.id
            where k.account_id = :accountId and k.hash = :hash and k.revoked_at is null and not a.deactivated
            """)
    @RegisterConstructorMapper(Row.class)
    Optional<Row> byKey(long accountId, byte[] hash);

    @SqlQuery(AGENT + "where a.account_id = :accountId and c.email = :email and not a.deactivated")
    @RegisterConstructorMapper(Row.class)
    Optional<Row> byEmail(long accountId, String email);

    @SqlQuery(AGENT + "where a.account_id = :accountId and a.id = :agentId and not a.deactivated")
    @RegisterConstructorMapper(Row.class)
    Optional<Row> byId(long accountId, long agentId);

    @SqlQuery("""
            select exists (
              select from second_factors
              where account_id = :accountId and agent_id = :agentId and confirmed_at is not null)
            """)
    boolean hasSecondFactor(long accountId, long agentId);

    @SqlUpdate("update agents set last_login_at = :now where account_id = :accountId and id = :agentId")
    void markLogin(long accountId, long agentId, Instant now);

    /** Once a minute at most, and never in the way of one who holds the agent's row. */
    @SqlUpdate("""
            update agents a set last_active_at = :now
            where a.account_id = :accountId and a.id = (
              select b.id from agents b
              where b.account_id = :accountId and b.id = :agentId
                and (b.last_active_at is null or b.last_active_at <= :now - interval '1 minute')
              for update skip locked)
            """)
    void markActive(long accountId, long agentId, Instant now);
}
