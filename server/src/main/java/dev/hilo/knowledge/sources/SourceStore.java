package dev.hilo.knowledge.sources;

import dev.hilo.api.KnowledgeDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface SourceStore {

    /** What may be set. Public for its binding. */
    record Settings(
            String name,
            String address,
            String place,
            String reader,
            byte[] sealedKey,
            boolean forCustomers,
            String language,
            boolean active,
            int everyHours) {}

    /** Whose turn it is. Public for its mapping. */
    record Due(long accountId, long id) {}

    String COLUMNS = """
            select s.*,
              (select count(*) from knowledge_documents d
               where d.account_id = s.account_id and d.source_id = s.id and d.error is null) as documents,
              (select count(*) from knowledge_documents d
               where d.account_id = s.account_id and d.source_id = s.id and d.error is not null) as failed
            from knowledge_sources s
            where s.account_id = :accountId
            """;

    @SqlQuery(COLUMNS + " order by s.name, s.id limit :limit offset :offset")
    @RegisterConstructorMapper(SourceRow.class)
    List<SourceRow> list(long accountId, int limit, long offset);

    @SqlQuery(COLUMNS + " and s.id = :id")
    @RegisterConstructorMapper(SourceRow.class)
    Optional<SourceRow> find(long accountId, long id);

    @SqlQuery("select count(*) from knowledge_sources where account_id = :accountId")
    int count(long accountId);

    @SqlQuery("""
            insert into knowledge_sources (account_id, kind, name, address, place, reader, sealed_key, for_customers,
              language, active, every_hours, created_at, updated_at, state)
            values (:accountId, :kind, :name, :address, :place, :reader, :sealedKey, :forCustomers, :language, :active,
              :everyHours, :now, :now, case when :kind = 'files' then 'READ' else 'WAITING' end)
            returning id
            """)
    long insert(long accountId, String kind, @BindMethods Settings settings, Instant now);

    @SqlUpdate("""
            update knowledge_sources
            set name = :name, address = :address, place = :place, reader = :reader, sealed_key = :sealedKey,
              for_customers = :forCustomers, language = :language, active = :active, every_hours = :everyHours,
              updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void update(long accountId, long id, @BindMethods Settings settings, Instant now);

    @SqlUpdate("delete from knowledge_sources where account_id = :accountId and id = :id")
    int delete(long accountId, long id);

    @SqlUpdate("""
            update knowledge_sources set state = 'WAITING'
            where account_id = :accountId and id = :id and state <> 'READING'
            """)
    void ask(long accountId, long id);

    /** Those whose time has come, and those whose reader has been silent: across accounts, as whatever ticks. */
    @SqlQuery("""
            select account_id, id from knowledge_sources
            where active and kind <> 'files' and (
              state = 'WAITING' or (state = 'READING' and alive_at < :silentSince)
              or (state in ('READ', 'FAILED') and ended_at + every_hours * interval '1 hour' <= :now))
            order by ended_at nulls first, id limit 100
            """)
    @RegisterConstructorMapper(Due.class)
    List<Due> due(Instant now, Instant silentSince);

    /** @return 0 when another reads it */
    @SqlUpdate("""
            update knowledge_sources
            set state = 'READING', begun_at = :now, alive_at = :now, ended_at = null, error = null, found = 0, taken = 0,
              gone = 0
            where account_id = :accountId and id = :id and (state <> 'READING' or alive_at < :silentSince)
            """)
    int begin(long accountId, long id, Instant now, Instant silentSince);

    @SqlUpdate("""
            update knowledge_sources set alive_at = :now, found = :found, taken = :taken
            where account_id = :accountId and id = :id
            """)
    void progress(long accountId, long id, int found, int taken, Instant now);

    @SqlUpdate("""
            update knowledge_sources
            set state = :state, error = :error, ended_at = :now, found = :found, taken = :taken, gone = :gone
            where account_id = :accountId and id = :id
            """)
    void end(long accountId, long id, String state, String error, int found, int taken, int gone, Instant now);

    @SqlQuery("""
            select key, version from knowledge_documents
            where account_id = :accountId and source_id = :sourceId and error is null
            """)
    @KeyColumn("key")
    @ValueColumn("version")
    java.util.Map<String, String> versions(long accountId, long sourceId);

    @SqlQuery("select key from knowledge_documents where account_id = :accountId and source_id = :sourceId")
    List<String> keys(long accountId, long sourceId);

    @SqlUpdate("""
            insert into knowledge_documents (account_id, source_id, key, version, title, address, error, passages, updated_at)
            values (:accountId, :sourceId, :found.key, :found.version, :found.title, :found.address, :error, :passages, :now)
            on conflict (account_id, source_id, key) do update set version = excluded.version, title = excluded.title,
              address = excluded.address, error = excluded.error, passages = excluded.passages,
              updated_at = excluded.updated_at
            """)
    void saveDocument(
            long accountId, long sourceId, @BindMethods("found") Found found, String error, int passages, Instant now);

    @SqlUpdate("""
            delete from knowledge_documents
            where account_id = :accountId and source_id = :sourceId and key = any(:keys)
            """)
    void deleteDocuments(long accountId, long sourceId, List<String> keys);

    @SqlQuery("""
            select id, key, title, address, error, passages, updated_at from knowledge_documents
            where account_id = :accountId and source_id = :sourceId
            order by error is null, title, id limit :limit offset :offset
            """)
    @RegisterConstructorMapper(KnowledgeDocument.class)
    List<KnowledgeDocument> documents(long accountId, long sourceId, int limit, long offset);

    @SqlQuery("""
            select key from knowledge_documents
            where account_id = :accountId and source_id = :sourceId and id = :id
            """)
    Optional<String> key(long accountId, long sourceId, long id);
}
