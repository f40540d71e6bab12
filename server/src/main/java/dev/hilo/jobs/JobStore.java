package dev.hilo.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Job.class)
interface JobStore {

    @SqlUpdate("""
            insert into jobs (account_id, id, kind, status, agent_id, request, created_at, updated_at, status_updated_at)
            values (:accountId, :id, :kind, 'IN PROGRESS', :agentId, :request, :now, :now, :now)
            """)
    void insert(long accountId, UUID id, String kind, long agentId, JsonNode request, Instant now);

    /** Puts the job on db-scheduler's table, in the transaction of whoever starts it; due by the database's clock. */
    @SqlUpdate("""
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            values (:task, :instance, now(), false, 1)
            """)
    void schedule(String task, String instance);

    @SqlQuery("select * from jobs where account_id = :accountId and id = :id")
    Optional<Job> find(long accountId, UUID id);

    @SqlUpdate("""
            update jobs set attempts = attempts + :more, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void countAttempt(long accountId, UUID id, int more, Instant now);

    @SqlUpdate("""
            update jobs set progress = :progress, result = :result, updated_at = :now
            where account_id = :accountId and id = :id and status = 'IN PROGRESS'
            """)
    void save(long accountId, UUID id, int progress, JsonNode result, Instant now);

    @SqlUpdate("""
            update jobs set status = 'COMPLETED', progress = 100, result = :result, updated_at = :now,
                status_updated_at = :now
            where account_id = :accountId and id = :id and status = 'IN PROGRESS'
            """)
    void complete(long accountId, UUID id, JsonNode result, Instant now);

    @SqlUpdate("""
            update jobs set status = 'FAILED', updated_at = :now, status_updated_at = :now
            where account_id = :accountId and id = :id and status = 'IN PROGRESS'
            """)
    void fail(long accountId, UUID id, Instant now);

    @SqlUpdate("""
            delete from jobs
            where account_id = :accountId and status in ('COMPLETED', 'FAILED') and status_updated_at < :before
            """)
    int forget(long accountId, Instant before);
}
