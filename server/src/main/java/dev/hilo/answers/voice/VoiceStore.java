package dev.hilo.answers.voice;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(VoiceRow.class)
interface VoiceStore {

    @SqlQuery("""
            select language, replies, measured, edited, measured_at, updated_at from voices
            where account_id = :accountId order by language
            """)
    List<VoiceRow> list(long accountId);

    @SqlQuery("""
            select language, replies, measured, edited, measured_at, updated_at from voices
            where account_id = :accountId and language = :language
            """)
    Optional<VoiceRow> find(long accountId, String language);

    @SqlUpdate("""
            insert into voices (account_id, language, replies, measured, measured_at, created_at, updated_at)
            values (:accountId, :language, :replies, :measured, :now, :now, :now)
            on conflict (account_id, language) do update
            set replies = excluded.replies, measured = excluded.measured, measured_at = excluded.measured_at,
                updated_at = excluded.updated_at
            """)
    void measured(long accountId, String language, int replies, JsonNode measured, Instant now);

    @SqlUpdate("""
            insert into voices (account_id, language, replies, measured, edited, created_at, updated_at)
            values (:accountId, :language, 0, :usual, :edited, :now, :now)
            on conflict (account_id, language) do update set edited = excluded.edited, updated_at = excluded.updated_at
            """)
    void edit(long accountId, String language, JsonNode usual, JsonNode edited, Instant now);

    /** What agents sent themselves, newest first; what they took over from a draft as it was is none of their voice. */
    @SqlQuery("""
            select c.body, r.name as customer, a.name as agent
            from conversations c
            join tickets t on t.account_id = c.account_id and t.id = c.ticket_id
            join contacts r on r.account_id = t.account_id and r.id = t.requester_id
            join agents g on g.account_id = c.account_id and g.id = c.user_id
            join contacts a on a.account_id = g.account_id and a.id = g.id
            where c.account_id = :accountId and c.source = 0 and c.category = 3 and not c.incoming and not c.private
              and not c.deleted and c.automation_id is null
              and not exists (select from drafts d
                              where d.account_id = c.account_id and d.ticket_id = c.ticket_id
                                and d.conversation_id = c.id and d.state = 'ACCEPTED')
            order by c.id desc
            limit :limit
            """)
    @RegisterConstructorMapper(SentReply.class)
    List<SentReply> sent(long accountId, int limit);
}
