package dev.hilo.answers.draft;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hilo.accounts.Sight;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(DraftRow.class)
interface DraftStore {

    @SqlQuery("""
            insert into drafts (account_id, ticket_id, kind, state, agent_id, language, confidence, gate, version,
              decision, created_at, updated_at)
            values (:accountId, :ticketId, :kind, 'OFFERED', :agentId, :language, :confidence, :gate, :version, :decision,
              :now, :now)
            returning id
            """)
    long insert(
            long accountId,
            long ticketId,
            String kind,
            Long agentId,
            String language,
            double confidence,
            double gate,
            String version,
            JsonNode decision,
            Instant now);

    /** An offer that was not taken is none any more once there is another. */
    @SqlUpdate("""
            update drafts set state = 'WITHDRAWN', updated_at = :now
            where account_id = :accountId and ticket_id = :ticketId and state = 'OFFERED'
            """)
    void withdraw(long accountId, long ticketId, Instant now);

    @SqlQuery("select " + DraftRow.COLUMNS + """
            from drafts d join tickets t on t.account_id = d.account_id and t.id = d.ticket_id
            where d.account_id = :sight.accountId and d.id = :id and
            """ + Sight.CONDITION)
    Optional<DraftRow> find(@BindMethods("sight") Sight sight, long id);

    @SqlQuery("select " + DraftRow.COLUMNS + """
            from drafts d join tickets t on t.account_id = d.account_id and t.id = d.ticket_id
            where d.account_id = :sight.accountId and d.id = :id and
            """ + Sight.CONDITION + " for update of d")
    Optional<DraftRow> lock(@BindMethods("sight") Sight sight, long id);

    @SqlQuery("select " + DraftRow.COLUMNS + """
            from drafts d
            where d.account_id = :accountId and d.ticket_id = :ticketId and d.state = 'OFFERED'
            order by d.id desc limit 1
            """)
    Optional<DraftRow> offered(long accountId, long ticketId);

    @SqlQuery("select " + DraftRow.COLUMNS + "from drafts d where d.account_id = :accountId and d.id = :id")
    Optional<DraftRow> byId(long accountId, long id);

    @SqlQuery("select state from drafts where account_id = :accountId and id = :id for update")
    Optional<String> lockState(long accountId, long id);

    @SqlUpdate("""
            update drafts
            set state = :state, reason = :reason, sent = :sent, difference = :difference,
                conversation_id = :conversationId, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void settle(
            long accountId,
            long id,
            String state,
            String reason,
            String sent,
            JsonNode difference,
            Long conversationId,
            Instant now);

    /** As if it had not been sent, unless there is a newer one. */
    @SqlUpdate("""
            update drafts d
            set state = 'OFFERED', sent = null, difference = null, conversation_id = null, updated_at = :now
            where account_id = :accountId and ticket_id = :ticketId and conversation_id = :conversationId
              and state in ('ACCEPTED', 'EDITED')
              and not exists (select from drafts n
                              where n.account_id = d.account_id and n.ticket_id = d.ticket_id and n.id > d.id)
            """)
    void reopen(long accountId, long ticketId, long conversationId, Instant now);

    @SqlQuery("""
            select exists (select from conversations
              where account_id = :accountId and ticket_id = :ticketId and id = :id and not incoming and not deleted)
            """)
    boolean isReply(long accountId, long ticketId, long id);

    @SqlUpdate("""
            insert into passage_marks (account_id, draft_id, passage, helpful, agent_id, created_at, updated_at)
            values (:accountId, :draftId, :passage, :helpful, :agentId, :now, :now)
            on conflict (account_id, draft_id, passage) do update
            set helpful = excluded.helpful, agent_id = excluded.agent_id, updated_at = excluded.updated_at
            """)
    void mark(long accountId, long draftId, String passage, boolean helpful, long agentId, Instant now);

    /** Those that people found of no help, twice as often as of some. */
    @SqlQuery("""
            select passage from passage_marks
            where account_id = :accountId and passage = any(:passages)
            group by passage
            having count(*) filter (where not helpful) >= 2 + 2 * count(*) filter (where helpful)
            """)
    List<String> unhelpful(long accountId, List<String> passages);

    @SqlUpdate("""
            insert into sentence_marks (account_id, draft_id, place, digest, kept, created_at)
            values (:accountId, :draftId, :place, :digest, :kept, :now)
            on conflict do nothing
            """)
    void markSentence(long accountId, long draftId, int place, String digest, boolean kept, Instant now);

    @SqlUpdate("""
            delete from sentence_marks m using drafts d
            where m.account_id = :accountId and d.account_id = m.account_id and d.id = m.draft_id
              and d.ticket_id = :ticketId and d.state = 'OFFERED'
            """)
    void unmarkOffered(long accountId, long ticketId);

    /** Those that people took out twice at least, and twice as often as they kept them. */
    @SqlQuery("""
            select digest from sentence_marks
            where account_id = :accountId and digest = any(:digests)
            group by digest
            having count(*) filter (where not kept) >= 2
               and count(*) filter (where not kept) >= 2 * count(*) filter (where kept)
            """)
    List<String> unwanted(long accountId, List<String> digests);
}
