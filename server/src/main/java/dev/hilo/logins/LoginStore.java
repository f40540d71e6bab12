package dev.hilo.logins;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(LoginStore.Person.class)
@RegisterConstructorMapper(LoginStore.Factor.class)
@RegisterConstructorMapper(LoginStore.Line.class)
public interface LoginStore {

    /** An agent who may log in. */
    record Person(long id, String name, String email, String language) {}

    record Factor(byte[] sealedSecret, Instant confirmedAt, long lastStep, Instant lockedUntil) {
        boolean isOn() {
            return confirmedAt != null;
        }
    }

    /** How an agent can log in. */
    record Line(
            long id,
            String name,
            String email,
            boolean hasPassword,
            boolean hasFactor,
            boolean isInvited,
            Instant lastLoginAt) {}

    String PERSON = """
            select a.id, coalesce(nullif(c.name, ''), c.email) as name, c.email, c.language from agents a
            join contacts c on c.account_id = a.account_id and c.id = a.id
            where a.account_id = :accountId and not a.deactivated and c.email is not null
            """;

    @SqlQuery(PERSON + " and c.email = :email")
    Optional<Person> byEmail(long accountId, String email);

    @SqlQuery(PERSON + " and a.id = :agentId")
    Optional<Person> byId(long accountId, long agentId);

    @SqlQuery("""
            select a.id, coalesce(nullif(c.name, ''), c.email, '?') as name, c.email,
              a.password_hash is not null as has_password,
              exists (select from second_factors f
                where f.account_id = a.account_id and f.agent_id = a.id and f.confirmed_at is not null) as has_factor,
              exists (select from password_links l
                where l.account_id = a.account_id and l.agent_id = a.id and l.expires_at > :now) as is_invited,
              a.last_login_at
            from agents a
            join contacts c on c.account_id = a.account_id and c.id = a.id
            where a.account_id = :accountId and not a.deactivated
            order by lower(c.name), a.id
            limit 1000
            """)
    List<Line> agents(long accountId, Instant now);

    @SqlUpdate("delete from password_links where account_id = :accountId and expires_at <= :now")
    void forgetExpired(long accountId, Instant now);

    @SqlQuery("select count(*) from password_links where account_id = :accountId and agent_id = :agentId")
    int links(long accountId, long agentId);

    @SqlUpdate("""
            insert into password_links (account_id, token_hash, agent_id, created_at, expires_at)
            values (:accountId, :hash, :agentId, :now, :expiresAt)
            """)
    void link(long accountId, byte[] hash, long agentId, Instant now, Instant expiresAt);

    @SqlQuery("""
            select a.id, coalesce(nullif(c.name, ''), c.email) as name, c.email, c.language from password_links l
            join agents a on a.account_id = l.account_id and a.id = l.agent_id and not a.deactivated
            join contacts c on c.account_id = a.account_id and c.id = a.id
            where l.account_id = :accountId and l.token_hash = :hash and l.expires_at > :now
            """)
    Optional<Person> ofLink(long accountId, byte[] hash, Instant now);

    @SqlUpdate("delete from password_links where account_id = :accountId and token_hash = :hash and expires_at > :now")
    int use(long accountId, byte[] hash, Instant now);

    @SqlUpdate("delete from password_links where account_id = :accountId and agent_id = :agentId")
    void forgetLinks(long accountId, long agentId);

    @SqlUpdate("""
            update agents set password_hash = :hash, updated_at = :now
            where account_id = :accountId and id = :agentId
            """)
    void setPassword(long accountId, long agentId, String hash, Instant now);

    @SqlQuery("""
            select sealed_secret, confirmed_at, last_step, locked_until from second_factors
            where account_id = :accountId and agent_id = :agentId
            """)
    Optional<Factor> factor(long accountId, long agentId);

    @SqlQuery("""
            select sealed_secret, confirmed_at, last_step, locked_until from second_factors
            where account_id = :accountId and agent_id = :agentId
            for update
            """)
    Optional<Factor> lockFactor(long accountId, long agentId);

    /** Takes the place of one that was never confirmed. @return 0 where there is one that was */
    @SqlUpdate("""
            insert into second_factors (account_id, agent_id, sealed_secret, created_at)
            values (:accountId, :agentId, :sealed, :now)
            on conflict (account_id, agent_id) do update set sealed_secret = excluded.sealed_secret, created_at = excluded.created_at
            where second_factors.confirmed_at is null
            """)
    int propose(long accountId, long agentId, byte[] sealed, Instant now);

    @SqlUpdate("""
            update second_factors set confirmed_at = coalesce(confirmed_at, :now), last_step = :step, failures = 0, locked_until = null
            where account_id = :accountId and agent_id = :agentId
            """)
    void took(long accountId, long agentId, long step, Instant now);

    /** Counts a wrong code; too many lock for a while. */
    @SqlUpdate("""
            update second_factors
            set failures = case when failures + 1 >= :most then 0 else failures + 1 end,
                locked_until = case when failures + 1 >= :most then cast(:until as timestamptz) else locked_until end
            where account_id = :accountId and agent_id = :agentId
            """)
    void refused(long accountId, long agentId, int most, Instant until);

    @SqlUpdate("delete from second_factors where account_id = :accountId and agent_id = :agentId")
    int remove(long accountId, long agentId);

    @SqlBatch("insert into recovery_codes (account_id, agent_id, hash) values (:accountId, :agentId, :hash)")
    void addCodes(long accountId, long agentId, List<byte[]> hash);

    @SqlUpdate("delete from recovery_codes where account_id = :accountId and agent_id = :agentId and hash = :hash")
    int useCode(long accountId, long agentId, byte[] hash);

    @SqlUpdate("""
            insert into login_challenges (account_id, token_hash, agent_id, expires_at)
            values (:accountId, :hash, :agentId, :expiresAt)
            """)
    void challenge(long accountId, byte[] hash, long agentId, Instant expiresAt);

    @SqlUpdate(
            "delete from login_challenges where account_id = :accountId and agent_id = :agentId and expires_at <= :now")
    void forgetChallenges(long accountId, long agentId, Instant now);

    @SqlQuery("""
            select c.agent_id from login_challenges c
            join agents a on a.account_id = c.account_id and a.id = c.agent_id and not a.deactivated
            where c.account_id = :accountId and c.token_hash = :hash and c.expires_at > :now
            """)
    Optional<Long> challenged(long accountId, byte[] hash, Instant now);

    @SqlUpdate("delete from login_challenges where account_id = :accountId and token_hash = :hash")
    int met(long accountId, byte[] hash);
}
