package dev.hilo.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.api.CreateDataExport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(ExportRow.class)
interface ExportStore {

    @SqlQuery("select * from exports where account_id = :accountId order by id limit :limit offset :offset")
    List<ExportRow> list(long accountId, int limit, long offset);

    @SqlQuery("select * from exports where account_id = :accountId and id = :id")
    Optional<ExportRow> find(long accountId, long id);

    @SqlQuery("select count(*) from exports where account_id = :accountId")
    int count(long accountId);

    @SqlQuery("""
            insert into exports (account_id, name, kind, sealed_url, resolved_only, since, redact, every_minutes, active,
              due_at, created_at, updated_at)
            values (:accountId, :e.name, :e.kind, :sealedUrl, coalesce(:e.resolvedOnly, false), :e.since,
              coalesce(:e.redact, false), coalesce(:e.everyMinutes, 1440), coalesce(:e.active, true), :now, :now, :now)
            returning id
            """)
    long insert(long accountId, @BindMethods("e") CreateDataExport e, byte[] sealedUrl, Instant now);

    @SqlUpdate("""
            update exports
            set name = :name, every_minutes = :everyMinutes, active = :active, updated_at = :now,
                due_at = least(due_at, :now + :everyMinutes * interval '1 minute')
            where account_id = :accountId and id = :id
            """)
    void update(long accountId, long id, String name, int everyMinutes, boolean active, Instant now);

    @SqlUpdate("update exports set due_at = :now where account_id = :accountId and id = :id")
    int hurry(long accountId, long id, Instant now);

    @SqlUpdate("delete from exports where account_id = :accountId and id = :id")
    int delete(long accountId, long id);

    @SqlQuery("""
            select * from exports where account_id = :accountId and active and due_at <= :now order by due_at, id limit 1
            """)
    Optional<ExportRow> due(long accountId, Instant now);

    @SqlUpdate("""
            update exports set state = 'RUNNING', last_started_at = :now where account_id = :accountId and id = :id
            """)
    void begin(long accountId, long id, Instant now);

    @SqlUpdate("""
            update exports
            set state = 'WAITING', due_at = :now + every_minutes * interval '1 minute', last_ended_at = :now,
                last_succeeded_at = :now, last_whole = :whole, last_rows = :rows, last_error = null
            where account_id = :accountId and id = :id
            """)
    void succeed(long accountId, long id, boolean whole, JsonNode rows, Instant now);

    @SqlUpdate("""
            update exports
            set state = 'WAITING', due_at = :now + every_minutes * interval '1 minute', last_ended_at = :now,
                last_error = :error
            where account_id = :accountId and id = :id
            """)
    void fail(long accountId, long id, String error, Instant now);

    @SqlUpdate("update exports set state = 'WAITING' where account_id = :accountId and id = :id")
    void leave(long accountId, long id);
}
