package dev.hilo.idempotency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface IdempotencyStore {

    /** @param request the fingerprint of the request that was answered so */
    record Row(byte[] request, int status, List<String> headers, byte[] body) {
        KeptAnswer answer() {
            return new KeptAnswer(status, headers, body);
        }
    }

    /** Until the end of the transaction, however it ends. */
    @SqlQuery("select pg_try_advisory_xact_lock(hashtextextended(:name, 15))")
    boolean tryLock(String name);

    @SqlQuery("""
            select request, status, headers, body
            from idempotency_keys
            where account_id = :c.accountId and agent_id = :c.agentId and key = :c.key and created_at > :since
            """)
    @RegisterConstructorMapper(Row.class)
    Optional<Row> find(@BindMethods("c") Claim c, Instant since);

    /** Takes the place of an answer that is too old to be told again. */
    @SqlUpdate("""
            insert into idempotency_keys as kept
              (account_id, agent_id, key, request, status, headers, body, created_at)
            values (:c.accountId, :c.agentId, :c.key, :c.request, :a.status, :a.headers, :a.body, :now)
            on conflict (account_id, agent_id, key) do update
              set request = excluded.request, status = excluded.status, headers = excluded.headers,
                  body = excluded.body, created_at = excluded.created_at
              where kept.created_at <= :since
            """)
    void keep(@BindMethods("c") Claim c, @BindMethods("a") KeptAnswer a, Instant now, Instant since);

    @SqlUpdate("delete from idempotency_keys where account_id = :accountId and created_at <= :before")
    int forget(long accountId, Instant before);
}
