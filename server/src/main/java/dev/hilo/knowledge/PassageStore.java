package dev.hilo.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface PassageStore {

    /** How much is known of one source in one language, and how much of that has vectors. Public for its mapping. */
    record Count(String source, String language, long documents, long passages, long withVectors) {}

    record Vectors(long passageId, String model, byte[] vectors) {}

    String COLUMNS = "p.id, p.source, p.document, p.version, p.part, p.title, p.question, p.text, p.language, "
            + "p.for_customers, p.address, p.valid_from, p.valid_to, p.revision";

    /** Waits for whoever else changes the account's knowledge; gives the next revision. */
    @SqlQuery("""
            insert into knowledge (account_id, asked_at, revision) values (:accountId, :now, 1)
            on conflict (account_id) do update set revision = knowledge.revision + 1
            returning revision
            """)
    long nextRevision(long accountId, Instant now);

    /** From now on the account's knowledge is kept up to date. */
    @SqlUpdate("insert into knowledge (account_id, asked_at) values (:accountId, :now) on conflict do nothing")
    void asked(long accountId, Instant now);

    @SqlUpdate("update knowledge set gathered_at = :now where account_id = :accountId")
    void gathered(long accountId, Instant now);

    @SqlQuery("select gathered_at from knowledge where account_id = :accountId")
    Optional<Instant> gatheredAt(long accountId);

    @SqlQuery("select account_id from knowledge order by account_id")
    List<Long> accounts();

    /** Closes the current passages of documents: from then on they are not known. */
    @SqlUpdate("""
            update passages set valid_to = greatest(:now, valid_from), revision = :revision
            where account_id = :accountId and source = :source and document = any(:documents) and valid_to is null
            """)
    int close(long accountId, String source, List<String> documents, Instant now, long revision);

    /** Empties all passages of documents, the past ones too. */
    @SqlUpdate("""
            update passages set title = '', question = '', text = '', valid_to = valid_from, revision = :revision
            where account_id = :accountId and source = :source and document = any(:documents)
              and (valid_to is null or valid_to > valid_from)
            """)
    int takeOut(long accountId, String source, List<String> documents, long revision);

    @SqlUpdate("""
            delete from passage_vectors v using passages p
            where p.account_id = :accountId and p.source = :source and p.document = any(:documents)
              and p.valid_to <= p.valid_from and v.account_id = p.account_id and v.passage_id = p.id
            """)
    void forgetVectors(long accountId, String source, List<String> documents);

    @SqlUpdate("""
            update passages set for_customers = :customers, revision = :revision
            where account_id = :accountId and source = :source and for_customers <> :customers
            """)
    void tell(long accountId, String source, boolean customers, long revision);

    @SqlBatch("""
            insert into passages (account_id, source, document, version, part, title, question, text, language,
              for_customers, address, valid_from, revision)
            values (:accountId, :source, :document.key, :document.version, :part, :chunk.title, :document.question,
              :chunk.text, :document.language, :document.forCustomers, :document.address, :document.knownSince, :revision)
            """)
    void insert(
            long accountId,
            String source,
            @BindMethods("document") Document document,
            List<Integer> part,
            @BindMethods("chunk") List<Document.Chunk> chunk,
            long revision);

    /** Remembers that there is nothing to be found in a document. */
    @SqlUpdate("""
            insert into passages (account_id, source, document, version, part, title, text, language, for_customers,
              valid_from, valid_to, revision)
            values (:accountId, :source, :document.key, :document.version, 0, '', '', :document.language, false,
              :document.knownSince, :document.knownSince, :revision)
            """)
    void insertEmpty(long accountId, String source, @BindMethods("document") Document document, long revision);

    @SqlQuery("select count(*) from passages where account_id = :accountId and source = :source and valid_to is null")
    long current(long accountId, String source);

    /** How far an account's knowledge is, and in which database. Public for its mapping. */
    record Position(UUID origin, long revision) {}

    @SqlQuery("select origin, revision from knowledge where account_id = :accountId")
    @RegisterConstructorMapper(Position.class)
    Position position(long accountId);

    /** What has changed since a revision, in its order; those of one revision are never parted. */
    @SqlQuery("select " + COLUMNS + """
             from passages p
            where p.account_id = :accountId and p.revision > :since
            order by p.revision
            fetch first :limit rows with ties
            """)
    @RegisterConstructorMapper(PassageRow.class)
    List<PassageRow> changed(long accountId, long since, int limit);

    @SqlQuery("select " + COLUMNS + " from passages p where p.account_id = :accountId and p.id = any(:ids)")
    @RegisterConstructorMapper(PassageRow.class)
    List<PassageRow> byIds(long accountId, List<Long> ids);

    @SqlQuery("""
            select passage_id, model, vectors from passage_vectors
            where account_id = :accountId and passage_id = any(:ids)
            """)
    @RegisterConstructorMapper(Vectors.class)
    List<Vectors> vectors(long accountId, List<Long> ids);

    /** Those without vectors of a model, what people wrote to be read first, then the latest replies. */
    @SqlQuery("select " + COLUMNS + """
             from passages p
            where p.account_id = :accountId and p.language = any(:languages)
              and (p.valid_to is null or p.valid_to > p.valid_from)
              and not exists (
                select from passage_vectors v
                where v.account_id = p.account_id and v.passage_id = p.id and v.model = :model)
            order by p.source = 'past reply', p.valid_from desc, p.id
            limit :limit
            """)
    @RegisterConstructorMapper(PassageRow.class)
    List<PassageRow> withoutVectors(long accountId, List<String> languages, String model, int limit);

    @SqlQuery("select distinct language from passages where account_id = :accountId order by language")
    List<String> languages(long accountId);

    @SqlBatch("""
            insert into passage_vectors (account_id, passage_id, model, vectors)
            values (:accountId, :passageId, :model, :vectors)
            on conflict (account_id, passage_id, model) do update set vectors = excluded.vectors
            """)
    void insertVectors(long accountId, @BindMethods List<Vectors> vectors);

    /** Vectors are there now: whoever follows has to look again. */
    @SqlUpdate("update passages set revision = :revision where account_id = :accountId and id = any(:ids)")
    void touch(long accountId, List<Long> ids, long revision);

    @SqlQuery("""
            select p.source, p.language, count(distinct p.document) as documents, count(*) as passages,
              count(*) filter (where exists (
                select from passage_vectors v where v.account_id = p.account_id and v.passage_id = p.id)) as with_vectors
            from passages p
            where p.account_id = :accountId and p.valid_to is null
            group by p.source, p.language
            order by p.source, p.language
            """)
    @RegisterConstructorMapper(Count.class)
    List<Count> counts(long accountId);
}
