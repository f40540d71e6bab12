package dev.hilo.insight;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ClassifierStore {

    /** A classifier without its weights. */
    record Version(
            long id,
            String target,
            String language,
            boolean inUse,
            String model,
            JsonNode quality,
            Instant trainedAt) {}

    record Weights(long id, String target, String language, String model, JsonNode quality, byte[] weights) {}

    /** A past ticket to learn from. */
    record Past(
            long id,
            String subject,
            String text,
            String type,
            Integer priority,
            Long groupId,
            List<String> tags,
            Long topicId,
            String language,
            String model,
            byte[] vector) {}

    record Vector(long ticketId, byte[] vector) {}

    String VERSION = "select id, target, language, in_use, model, quality, trained_at from insight_classifiers ";

    @SqlQuery(VERSION + "where account_id = :accountId order by target, language, id desc limit :limit offset :offset")
    @RegisterConstructorMapper(Version.class)
    List<Version> list(long accountId, int limit, long offset);

    @SqlQuery(VERSION + "where account_id = :accountId and id = :id")
    @RegisterConstructorMapper(Version.class)
    Optional<Version> find(long accountId, long id);

    @SqlQuery("select id from insight_classifiers where account_id = :accountId and in_use order by id")
    List<Long> inUse(long accountId);

    @SqlQuery("""
            select id, target, language, model, quality, weights from insight_classifiers
            where account_id = :accountId and in_use order by id
            """)
    @RegisterConstructorMapper(Weights.class)
    List<Weights> weightsInUse(long accountId);

    @SqlUpdate("""
            update insight_classifiers set in_use = false
            where account_id = :accountId and target = :target and language = :language and in_use
            """)
    void retire(long accountId, String target, String language);

    @SqlUpdate("update insight_classifiers set in_use = true where account_id = :accountId and id = :id")
    void use(long accountId, long id);

    @SqlUpdate("""
            insert into insight_classifiers (account_id, target, language, in_use, model, quality, weights, trained_at)
            values (:accountId, :target, :language, true, :model, :quality, :weights, :now)
            """)
    void add(
            long accountId,
            String target,
            String language,
            String model,
            JsonNode quality,
            byte[] weights,
            Instant now);

    @SqlUpdate("""
            delete from insight_classifiers
            where account_id = :accountId and target = :target and language = :language and not in_use and id not in (
              select id from insight_classifiers
              where account_id = :accountId and target = :target and language = :language
              order by id desc limit :kept)
            """)
    void forgetOld(long accountId, String target, String language, int kept);

    /** Newest first. */
    @SqlQuery("""
            select t.id, coalesce(t.subject, '') as subject, left(t.description_text, 2000) as text, t.type, t.priority,
                   t.group_id, t.tags, p.topic_id, v.language, v.model, v.vector
            from tickets t
            left join ticket_vectors v on v.account_id = t.account_id and v.ticket_id = t.id
            left join insight_ticket_topics p on p.account_id = t.account_id and p.ticket_id = t.id
            where t.account_id = :accountId and not t.spam and not t.deleted and t.merged_into is null
            order by t.id desc limit :limit
            """)
    @RegisterConstructorMapper(Past.class)
    @FetchSize(500)
    ResultIterator<Past> past(long accountId, int limit);

    @SqlQuery("""
            select ticket_id, vector from ticket_vectors
            where account_id = :accountId and language = :language and model = :model
            order by ticket_id desc limit :limit
            """)
    @RegisterConstructorMapper(Vector.class)
    List<Vector> vectors(long accountId, String language, String model, int limit);
}
