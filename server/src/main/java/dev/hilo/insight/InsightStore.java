package dev.hilo.insight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Sight;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface InsightStore {

    /** A message that is to be read. */
    record Queued(long ticketId, long conversationId, int attempts) {}

    /** A message's reading, as it is kept. */
    record Kept(long ticketId, long conversationId, Instant saidAt, Instant readAt, JsonNode reading) {}

    record Subject(long id, String subject) {}

    @SqlQuery("select enabled, languages from insight_settings where account_id = :accountId")
    @RegisterConstructorMapper(InsightSettings.class)
    Optional<InsightSettings> settings(long accountId);

    @SqlUpdate("""
            insert into insight_settings (account_id, enabled, languages, updated_at)
            values (:accountId, :enabled, :languages, :now)
            on conflict (account_id) do update
            set enabled = excluded.enabled, languages = excluded.languages, updated_at = excluded.updated_at
            """)
    void save(long accountId, boolean enabled, List<String> languages, Instant now);

    @SqlUpdate("""
            insert into insight_queue (account_id, ticket_id, conversation_id, due_at)
            select :accountId, t.id, :conversationId, :now from tickets t
            where t.account_id = :accountId and t.id = :ticketId
            on conflict (account_id, ticket_id, conversation_id) do update set due_at = excluded.due_at, attempts = 0
            """)
    void queue(long accountId, long ticketId, long conversationId, Instant now);

    @SqlQuery("select exists (select from insight_queue where account_id = :accountId and due_at <= :now)")
    boolean isDue(long accountId, Instant now);

    @SqlQuery("""
            update insight_queue q set due_at = :giveUp, attempts = q.attempts + 1
            from (
              select ticket_id, conversation_id from insight_queue
              where account_id = :accountId and due_at <= :now
              order by due_at limit :limit
              for update skip locked) d
            where q.account_id = :accountId and q.ticket_id = d.ticket_id and q.conversation_id = d.conversation_id
            returning q.ticket_id, q.conversation_id, q.attempts
            """)
    @RegisterConstructorMapper(Queued.class)
    List<Queued> claim(long accountId, int limit, Instant now, Instant giveUp);

    @SqlUpdate("""
            delete from insight_queue
            where account_id = :accountId and ticket_id = :ticketId and conversation_id = :conversationId
            """)
    void done(long accountId, long ticketId, long conversationId);

    /** Nothing when the message has gone, or is the customer's no more. */
    @SqlQuery("""
            select t.account_id, t.id as ticket_id, coalesce(c.id, 0) as conversation_id, coalesce(t.subject, '') as subject,
                   coalesce(c.body_text, t.description_text) as text,
                   coalesce(c.from_email, r.email) as sender, coalesce(c.created_at, t.created_at) as said_at
            from tickets t
            left join conversations c
              on c.account_id = t.account_id and c.ticket_id = t.id and c.id = :conversationId and c.incoming
                and not c.deleted
            left join contacts r on r.account_id = t.account_id and r.id = coalesce(c.user_id, t.requester_id)
            where t.account_id = :accountId and t.id = :ticketId and not t.deleted
              and (:conversationId = 0 or c.id is not null)
            """)
    @RegisterConstructorMapper(Message.class)
    Optional<Message> message(long accountId, long ticketId, long conversationId);

    @SqlUpdate("""
            insert into insights (account_id, ticket_id, conversation_id, said_at, read_at, language, sentiment,
              sentiment_confidence, urgency, asks_for_person, automatic, topic, reading)
            select :m.accountId, t.id, :m.conversationId, :m.saidAt, :now, :language, :sentiment, :confidence, :urgency,
              :asksForPerson, :automatic, :topic, :reading
            from tickets t where t.account_id = :m.accountId and t.id = :m.ticketId
            on conflict (account_id, ticket_id, conversation_id) do update
            set said_at = excluded.said_at, read_at = excluded.read_at, language = excluded.language,
              sentiment = excluded.sentiment, sentiment_confidence = excluded.sentiment_confidence,
              urgency = excluded.urgency, asks_for_person = excluded.asks_for_person, automatic = excluded.automatic,
              topic = excluded.topic, reading = excluded.reading
            """)
    void keep(
            @BindMethods("m") Message message,
            String language,
            String sentiment,
            double confidence,
            String urgency,
            boolean asksForPerson,
            String automatic,
            String topic,
            JsonNode reading,
            Instant now);

    @SqlUpdate("""
            delete from insights
            where account_id = :accountId and ticket_id = :ticketId and conversation_id = :conversationId
            """)
    void forget(long accountId, long ticketId, long conversationId);

    @SqlUpdate("""
            insert into ticket_vectors (account_id, ticket_id, language, model, vector, made_at)
            select :accountId, t.id, :language, :model, :vector, :now
            from tickets t where t.account_id = :accountId and t.id = :ticketId
            on conflict (account_id, ticket_id) do update
            set language = excluded.language, model = excluded.model, vector = excluded.vector, made_at = excluded.made_at
            """)
    void keepVector(long accountId, long ticketId, String language, String model, byte[] vector, Instant now);

    @SqlQuery("select name from products where account_id = :accountId order by id limit 500")
    List<String> products(long accountId);

    @SqlQuery("""
            select exists (select from tickets t where t.account_id = :sight.accountId and t.id = :ticketId and
            """ + Sight.CONDITION + ")")
    boolean sees(@BindMethods("sight") Sight sight, long ticketId);

    @SqlQuery("""
            select t.id, coalesce(t.subject, '') as subject from tickets t
            where t.account_id = :sight.accountId and t.id = any(:ticketIds) and not t.deleted and
            """ + Sight.CONDITION)
    @RegisterConstructorMapper(Subject.class)
    List<Subject> subjects(@BindMethods("sight") Sight sight, List<Long> ticketIds);

    @SqlQuery("""
            select ticket_id, conversation_id, said_at, read_at, reading from insights
            where account_id = :accountId and ticket_id = :ticketId
            order by said_at desc, conversation_id desc limit :limit
            """)
    @RegisterConstructorMapper(Kept.class)
    List<Kept> ofTicket(long accountId, long ticketId, int limit);
}
