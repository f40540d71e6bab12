package dev.hilo.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

public interface StoryStore {

    /** @param state as the outbox has it */
    record MailOf(long id, long conversationId, String state, String lastError) {}

    /** A ticket beside another. */
    record Past(long id, String subject, int status, Instant createdAt) {}

    /** A text that an entry had until a time. @param who edited it */
    record Earlier(Instant at, String who, String body) {}

    /** Somebody who has a ticket open. */
    record Reader(String name, boolean isWriting) {}

    record Saved(String kind, String body) {}

    @SqlQuery("""
            select id, coalesce(nullif(name, ''), email, phone, '?') as name from contacts
            where account_id = :accountId and id = any(:ids)
            """)
    @RegisterConstructorMapper(Named.class)
    List<Named> people(long accountId, List<Long> ids);

    @SqlQuery("select id, name from automation_rules where account_id = :accountId and id = any(:ids)")
    @RegisterConstructorMapper(Named.class)
    List<Named> rules(long accountId, List<Long> ids);

    @SqlQuery("""
            select id, conversation_id, state, last_error from outbox
            where account_id = :accountId and conversation_id = any(:ids) and kind <> 'NOTIFICATION'
            order by id
            """)
    @RegisterConstructorMapper(MailOf.class)
    List<MailOf> mails(long accountId, List<Long> ids);

    @SqlQuery("""
            select t.id, t.subject, t.status, t.created_at from tickets t
            where t.account_id = :accountId and t.requester_id = :requesterId and t.id <> :ticketId
              and not t.deleted and not t.spam
            order by t.created_at desc, t.id desc
            limit 6
            """)
    @RegisterConstructorMapper(Past.class)
    List<Past> past(long accountId, long requesterId, long ticketId);

    @SqlQuery("""
            select e.at, c.name as who, e.before ->> 'body' as body from events e
            left join contacts c on c.account_id = e.account_id and c.id = e.actor_id and e.actor_kind = 'AGENT'
            where e.account_id = :accountId and e.ticket_id = :ticketId and e.record = 'conversation'
              and e.record_id = :id and e.type = 'conversation.updated' and jsonb_exists(e.before, 'body')
            order by e.id desc
            limit 50
            """)
    @RegisterConstructorMapper(Earlier.class)
    List<Earlier> earlier(long accountId, long ticketId, long id);

    /** @param isWriting keeps the time when the agent last wrote, where it is not so */
    @SqlUpdate("""
            insert into ticket_readers (account_id, ticket_id, agent_id, seen_at, written_at)
            values (:accountId, :ticketId, :agentId, :now, case when :isWriting then :now end)
            on conflict (account_id, ticket_id, agent_id)
            do update set seen_at = excluded.seen_at, written_at = coalesce(excluded.written_at, ticket_readers.written_at)
            """)
    void seen(long accountId, long ticketId, long agentId, boolean isWriting, Instant now);

    /** The others who have a ticket open. @param since whoever was not seen since is gone */
    @SqlQuery("""
            select coalesce(nullif(c.name, ''), c.email, '?') as name, coalesce(r.written_at > :since, false) as is_writing
            from ticket_readers r
            join contacts c on c.account_id = r.account_id and c.id = r.agent_id
            where r.account_id = :accountId and r.ticket_id = :ticketId and r.agent_id <> :agentId and r.seen_at > :since
            order by 2 desc, 1
            limit 10
            """)
    @RegisterConstructorMapper(Reader.class)
    List<Reader> others(long accountId, long ticketId, long agentId, Instant since);

    @SqlUpdate(
            "delete from ticket_readers where account_id = :accountId and ticket_id = :ticketId and seen_at < :since")
    void forget(long accountId, long ticketId, Instant since);

    @SqlQuery("""
            select read_at from ticket_reads
            where account_id = :accountId and agent_id = :agentId and ticket_id = :ticketId
            """)
    Optional<Instant> readAt(long accountId, long agentId, long ticketId);

    @SqlUpdate("""
            insert into ticket_reads (account_id, agent_id, ticket_id, read_at)
            values (:accountId, :agentId, :ticketId, :now)
            on conflict (account_id, agent_id, ticket_id) do update set read_at = excluded.read_at
            """)
    void read(long accountId, long agentId, long ticketId, Instant now);

    @SqlQuery("""
            select kind, body from reply_drafts
            where account_id = :accountId and agent_id = :agentId and ticket_id = :ticketId
            """)
    @RegisterConstructorMapper(Saved.class)
    List<Saved> drafts(long accountId, long agentId, long ticketId);

    @SqlUpdate("""
            insert into reply_drafts (account_id, agent_id, ticket_id, kind, body, updated_at)
            values (:accountId, :agentId, :ticketId, :kind, :body, :now)
            on conflict (account_id, agent_id, ticket_id, kind)
            do update set body = excluded.body, updated_at = excluded.updated_at
            """)
    void saveDraft(long accountId, long agentId, long ticketId, String kind, String body, Instant now);

    @SqlUpdate("""
            delete from reply_drafts
            where account_id = :accountId and agent_id = :agentId and ticket_id = :ticketId and kind = :kind
            """)
    void dropDraft(long accountId, long agentId, long ticketId, String kind);

    @SqlQuery("select state from outbox where account_id = :accountId and conversation_id = :id order by id limit 1")
    Optional<String> mailState(long accountId, long id);

    @SqlQuery("""
            select r.id, r.title as name from canned_responses r
            where r.account_id = :accountId
              and (r.visibility = 0 or r.owner_id = :agentId or (r.visibility = 2 and r.group_ids && :groups))
              and (:words = '' or strpos(lower(r.title), lower(:words)) > 0 or strpos(lower(r.content), lower(:words)) > 0)
            order by r.title, r.id
            limit 50
            """)
    @RegisterConstructorMapper(Named.class)
    List<Named> canned(long accountId, long agentId, List<Long> groups, String words);

    @SqlQuery("""
            select c.id, c.name from agents a
            join contacts c on c.account_id = a.account_id and c.id = a.id
            where a.account_id = :accountId and not a.deactivated and strpos(:text, '@' || c.name) > 0
            limit 20
            """)
    @RegisterConstructorMapper(Named.class)
    List<Named> mentioned(long accountId, String text);

    @SqlQuery("select email from contacts where account_id = :accountId and id = any(:ids) and email is not null")
    List<String> emails(long accountId, List<Long> ids);
}
