package dev.hilo.crm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Connection.class)
interface ConnectionStore {

    @SqlQuery("select * from crm_connections where account_id = :accountId and crm = :crm")
    Optional<Connection> find(long accountId, String crm);

    @SqlUpdate("""
            insert into crm_connections (account_id, crm, address, sealed_token, mapping, notes, since, requesters_only,
              every_minutes, active, writes, due_at, created_at, updated_at)
            values (:accountId, :crm, :c.address, :c.sealedToken, :c.mapping, :c.notes, :c.since, :c.requestersOnly,
              :c.everyMinutes, :c.active, :c.writes, :now, :now, :now)
            on conflict (account_id, crm) do update
            set address = excluded.address, sealed_token = excluded.sealed_token, mapping = excluded.mapping,
                notes = excluded.notes, since = excluded.since, requesters_only = excluded.requesters_only,
                every_minutes = excluded.every_minutes, active = excluded.active, writes = excluded.writes,
                updated_at = excluded.updated_at,
                due_at = least(crm_connections.due_at, :now + excluded.every_minutes * interval '1 minute'),
                -- What is written has changed: everything is looked at again.
                done_until = case when row (excluded.mapping, excluded.notes, excluded.since, excluded.requesters_only)
                    is distinct from row (crm_connections.mapping, crm_connections.notes, crm_connections.since,
                      crm_connections.requesters_only)
                  then null else crm_connections.done_until end
            """)
    void put(long accountId, String crm, @BindMethods("c") Wanted c, Instant now);

    @SqlUpdate("delete from crm_connections where account_id = :accountId and crm = :crm")
    int delete(long accountId, String crm);

    @SqlUpdate("update crm_connections set asked = :asked where account_id = :accountId and crm = :crm")
    int ask(long accountId, String crm, String asked);

    @SqlQuery("""
            select * from crm_connections
            where account_id = :accountId and (asked is not null or active and due_at <= :now)
            order by id limit 1
            """)
    Optional<Connection> due(long accountId, Instant now);

    /** One run at a time; one whose program died is taken over. */
    @SqlUpdate("""
            update crm_connections
            set state = 'RUNNING', asked = null, last_started_at = :now, seen_at = :now,
                due_at = :now + every_minutes * interval '1 minute'
            where account_id = :accountId and id = :id and (state = 'WAITING' or seen_at < :lost)
            """)
    int begin(long accountId, long id, Instant now, Instant lost);

    @SqlUpdate("update crm_connections set seen_at = :now where account_id = :accountId and id = :id")
    void see(long accountId, long id, Instant now);

    /** @param doneUntil null where it stays @param home null where it was not told */
    @SqlUpdate("""
            update crm_connections
            set state = 'WAITING', last_ended_at = :now, last_report = :report, last_error = :error,
                home = coalesce(:home, home), done_until = coalesce(:doneUntil, done_until)
            where account_id = :accountId and id = :id
            """)
    void end(long accountId, long id, JsonNode report, String error, String home, Instant doneUntil, Instant now);
}
