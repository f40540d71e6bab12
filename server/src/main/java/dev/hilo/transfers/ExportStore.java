package dev.hilo.transfers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.fields.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(ExportStore.Row.class)
public interface ExportStore {

    /** @param jobStatus null once the job is forgotten */
    record Row(String id, Resource resource, long fileId, JsonNode fields, Instant createdAt, String jobStatus) {}

    String SELECT = """
            select e.id, e.resource, e.file_id, e.fields, e.created_at, j.status as job_status
            from people_exports e
            left join jobs j on j.account_id = e.account_id and j.id = e.job_id
            where e.account_id = :accountId
            """;

    @SqlQuery(SELECT + "and e.resource = :resource and e.id = :id")
    Optional<Row> find(long accountId, Resource resource, String id);

    @SqlQuery(SELECT + "and e.job_id = :jobId")
    Row ofJob(long accountId, UUID jobId);

    /** One at a time starts an export of an account. */
    @SqlQuery("select account_id from accounts where account_id = :accountId for no key update")
    long lock(long accountId);

    @SqlQuery("select exists (" + SELECT + "and e.resource = :resource and j.status = 'IN PROGRESS')")
    boolean isRunning(long accountId, Resource resource);

    @SqlUpdate("""
            insert into people_exports (account_id, id, resource, fields, job_id, created_at)
            values (:accountId, :id, :resource, :fields, :jobId, :now)
            """)
    void insert(long accountId, String id, Resource resource, JsonNode fields, UUID jobId, Instant now);

    @SqlQuery("delete from people_exports where account_id = :accountId and created_at < :before returning file_id")
    List<Long> takeOld(long accountId, Instant before);
}
