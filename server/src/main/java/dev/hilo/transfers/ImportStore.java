package dev.hilo.transfers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.fields.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(ImportStore.Row.class)
public interface ImportStore {

    /** @param status that of the job, when it has failed */
    record Row(
            long id,
            Resource resource,
            JsonNode columns,
            String status,
            int total,
            int completed,
            int failed,
            Long reportId,
            Instant createdAt,
            Instant updatedAt) {}

    /** A row that could not be imported. */
    record Failure(List<String> cells, String reason) {}

    String SELECT = """
            select i.id, i.resource, i.columns, i.total, i.completed, i.failed, i.report_id, i.created_at, i.updated_at,
              case when i.status = 'in_progress' and j.status is distinct from 'IN PROGRESS' then 'failed'
                   else i.status end as status
            from people_imports i
            left join jobs j on j.account_id = i.account_id and j.id = i.job_id
            where i.account_id = :accountId
            """;

    @SqlQuery(SELECT + "and i.resource = :resource and i.id = :id")
    Optional<Row> find(long accountId, Resource resource, long id);

    @SqlQuery(SELECT + "and i.job_id = :jobId")
    Row ofJob(long accountId, UUID jobId);

    @SqlQuery("select * from (" + SELECT + """
            and i.resource = :resource) i
            where :status::text is null or i.status = :status
            order by i.created_at desc, i.id desc
            limit :limit
            """)
    List<Row> latest(long accountId, Resource resource, String status, int limit);

    @SqlQuery("""
            insert into people_imports (account_id, resource, columns, status, total, job_id, created_at, updated_at)
            values (:accountId, :resource, :columns, 'in_progress', :total, :jobId, :now, :now)
            returning id
            """)
    long insert(long accountId, Resource resource, JsonNode columns, int total, UUID jobId, Instant now);

    /** Counts one more row as done. @return 0 when the import was cancelled */
    @SqlUpdate("""
            update people_imports set completed = completed + 1, failed = failed + :failed, updated_at = :now
            where account_id = :accountId and id = :id and status = 'in_progress'
            """)
    int advance(long accountId, long id, int failed, Instant now);

    @SqlUpdate("""
            insert into people_import_failures (account_id, import_id, row, cells, reason)
            values (:accountId, :id, :row, :cells, :reason)
            """)
    void fail(long accountId, long id, int row, List<String> cells, String reason);

    @SqlQuery("""
            select cells, reason from people_import_failures
            where account_id = :accountId and import_id = :id
            order by row
            """)
    @RegisterConstructorMapper(Failure.class)
    Stream<Failure> failures(long accountId, long id);

    @SqlUpdate("""
            update people_imports set status = 'cancelled', updated_at = :now
            where account_id = :accountId and id = :id and status = 'in_progress'
            """)
    void cancel(long accountId, long id, Instant now);

    @SqlQuery("select nextval('global_id')")
    long nextId();

    /** Unless it was cancelled. */
    @SqlUpdate("""
            update people_imports
            set status = case when status = 'in_progress' then 'completed' else status end, report_id = :reportId,
              updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void end(long accountId, long id, Long reportId, Instant now);

    @SqlUpdate("delete from people_import_failures where account_id = :accountId and import_id = :id")
    void forgetFailures(long accountId, long id);

    /** The owners of the files of imports that are over: of what was sent, and of the reports. */
    @SqlQuery("""
            with old as (
              select id, report_id from people_imports
              where account_id = :accountId and created_at < :before and (report_id is not null or status = 'in_progress')
              for update),
            done as (
              update people_imports i
              set report_id = null, status = case when i.status = 'in_progress' then 'cancelled' else i.status end
              from old
              where i.account_id = :accountId and i.id = old.id)
            select id from old
            union all
            select report_id from old where report_id is not null
            """)
    List<Long> takeOld(long accountId, Instant before);
}
