package dev.hilo.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface SessionStore {

    /** A log-in that has not ended, with what pages want to know of its agent. */
    record Row(long id, long agentId, Instant seenAt, String language, String timeZone) {}

    @SqlUpdate("""
            insert into sessions (account_id, agent_id, token_hash, browser, created_at, seen_at, expires_at)
            values (:accountId, :agentId, :tokenHash, :browser, :now, :now, :expiresAt)
            """)
    void insert(long accountId, long agentId, byte[] tokenHash, String browser, Instant now, Instant expiresAt);

    @SqlQuery("""
            select s.id, s.agent_id, s.seen_at, c.language, c.time_zone
            from sessions s
            join contacts c on c.account_id = s.account_id and c.id = s.agent_id
            where s.account_id = :accountId and s.token_hash = :tokenHash and s.expires_at > :now
            """)
    @RegisterConstructorMapper(Row.class)
    Optional<Row> find(long accountId, byte[] tokenHash, Instant now);

    @SqlUpdate("""
            update sessions set seen_at = :now, expires_at = :expiresAt
            where account_id = :accountId and id = :id
            """)
    void markSeen(long accountId, long id, Instant now, Instant expiresAt);

    @SqlQuery("""
            select id, browser, created_at, seen_at from sessions
            where account_id = :accountId and agent_id = :agentId and expires_at > :now
            order by seen_at desc, id
            limit 100
            """)
    @RegisterConstructorMapper(Session.class)
    List<Session> list(long accountId, long agentId, Instant now);

    @SqlUpdate("delete from sessions where account_id = :accountId and agent_id = :agentId and id = :id")
    int delete(long accountId, long agentId, long id);

    @SqlUpdate("delete from sessions where account_id = :accountId and agent_id = :agentId and id <> :kept")
    void deleteOthers(long accountId, long agentId, long kept);

    @SqlUpdate("delete from sessions where account_id = :accountId and agent_id = :agentId and expires_at <= :now")
    void deleteExpired(long accountId, long agentId, Instant now);

    @SqlUpdate("""
            update contacts set language = :language, updated_at = :now
            where account_id = :accountId and id = :agentId and language is distinct from :language
            """)
    void setLanguage(long accountId, long agentId, String language, Instant now);
}
