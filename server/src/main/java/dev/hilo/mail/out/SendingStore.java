package dev.hilo.mail.out;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The outbox as its sender sees it. */
@RegisterConstructorMapper(Letter.class)
@RegisterConstructorMapper(Letter.Said.class)
interface SendingStore {

    /**
     * What waits for a server that is there by now goes its way; what has waited too long is given up, lest customers
     * get answers of last year on the day that somebody sets a server up.
     */
    @SqlUpdate("""
            update outbox o
            set state = case when created_at < :stale then 'PARKED' else 'QUEUED' end,
                last_error = case when created_at < :stale then 'No mail server was set up for too long' end,
                due_at = :now, updated_at = :now
            where account_id = :accountId and state = 'WAITING_FOR_SERVER'
              and (:hasRelay or exists (
                select from mailbox_passwords p
                where p.account_id = o.account_id and p.mailbox_id = o.mailbox_id and p.direction = 'OUT'))
            """)
    int release(long accountId, boolean hasRelay, Instant stale, Instant now);

    @SqlQuery("""
            select id from outbox
            where account_id = :accountId and state in ('QUEUED', 'FAILED') and due_at <= :now
            order by due_at, id
            limit 1
            for update skip locked
            """)
    Optional<Long> nextDue(long accountId, Instant now);

    /** Those that a node is at, and those that a node was at when it died. */
    @SqlQuery("select id from outbox where account_id = :accountId and state = 'SENDING' order by id limit 100")
    List<Long> begun(long accountId);

    /** Held by the connection, so that nobody has to guess whether its node lives: it ends with it. */
    @SqlQuery("select pg_try_advisory_lock(hashtextextended('outbox ' || :id, 0))")
    boolean tryLock(long id);

    @SqlQuery("select pg_advisory_unlock(hashtextextended('outbox ' || :id, 0))")
    boolean unlock(long id);

    @SqlUpdate("""
            update outbox set state = 'SENDING', attempts = attempts + 1, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void begin(long accountId, long id, Instant now);

    /** @return 0 when it has been finished meanwhile */
    @SqlUpdate("""
            update outbox set attempts = attempts + 1, doubtful = true, updated_at = :now
            where account_id = :accountId and id = :id and state = 'SENDING'
            """)
    int beginAgain(long accountId, long id, Instant now);

    @SqlQuery("""
            select o.id, o.ticket_id, o.conversation_id, o.kind, o.message_id, o.mailbox_id, o.from_email,
                   case when o.kind = 'REPLY' and coalesce((s.toggles ->> 'personalized_email_replies')::boolean, true)
                     then author.name end as author,
                   o.to_emails, o.cc_emails, coalesce(o.subject, t.subject, '') as subject,
                   coalesce(o.body, c.body, t.description, '') as body, o.with_history, o.with_files, o.attempts,
                   coalesce(m.is_public, false) as is_public, o.created_at
            from outbox o
            join tickets t on t.account_id = o.account_id and t.id = o.ticket_id
            left join conversations c on c.account_id = o.account_id and c.id = o.conversation_id
            left join contacts author on author.account_id = c.account_id and author.id = c.user_id
            left join email_settings s on s.account_id = o.account_id
            left join mail_messages m on m.account_id = o.account_id and m.message_id = o.message_id
            where o.account_id = :accountId and o.id = :id
            """)
    Letter letter(long accountId, long id);

    @SqlQuery("""
            select address from outbox_recipients
            where account_id = :accountId and mail_id = :id and state = 'PENDING'
            order by kind desc, address
            """)
    List<String> pending(long accountId, long id);

    /** The ticket's description and the latest public entries before a mail, newest first. */
    @SqlQuery("""
            select p.name, said.body, said.created_at
            from (
              (select user_id, body, created_at
               from conversations
               where account_id = :accountId and ticket_id = :ticketId and not private and not deleted
                 and created_at < :before
               order by created_at desc, id desc
               limit :limit)
              union all
              select requester_id, description, created_at from tickets
              where account_id = :accountId and id = :ticketId) said
            left join contacts p on p.account_id = :accountId and p.id = said.user_id
            order by said.created_at desc
            """)
    List<Letter.Said> history(long accountId, long ticketId, Instant before, int limit);

    @SqlUpdate("""
            update outbox_recipients r
            set state = o.state, code = o.code, answer = o.answer
            from unnest(:addresses, :states, :codes, :answers) as o(address, state, code, answer)
            where r.account_id = :accountId and r.mail_id = :id and r.address = o.address
            """)
    void record(
            long accountId,
            long id,
            List<String> addresses,
            List<String> states,
            List<Long> codes,
            List<String> answers);

    @SqlQuery("""
            select exists (
              select from outbox_recipients
              where account_id = :accountId and mail_id = :id and state = 'ACCEPTED')
            """)
    boolean reached(long accountId, long id);

    /** Only of a mail that nobody has finished otherwise meanwhile. */
    @SqlUpdate("""
            update outbox
            set state = :state, due_at = :dueAt, last_error = :error, updated_at = :now,
                doubtful = doubtful or :doubtful,
                sent_at = case when :state = 'SENT' then :now else sent_at end
            where account_id = :accountId and id = :id and state = 'SENDING'
            """)
    int finish(long accountId, long id, MailState state, Instant dueAt, String error, boolean doubtful, Instant now);

    /** Puts on the entry whom its mail has not reached; moves its time only when that is news. */
    @SqlUpdate("""
            update conversations c
            set outgoing_failures = f.failures, email_failure_count = f.failed, pending_emails = f.pending,
                updated_at = :now
            from (
              select
                jsonb_agg(jsonb_build_object('email', r.address, 'code', r.code, 'reason', r.answer) order by r.address)
                  filter (where r.state = 'REFUSED' or o.state = 'PARKED') as failures,
                nullif(count(*) filter (where r.state = 'REFUSED' or o.state = 'PARKED'), 0)::integer as failed,
                array_agg(r.address order by r.address)
                  filter (where r.state = 'PENDING' and o.state = 'FAILED') as pending
              from outbox o
              join outbox_recipients r
                on r.account_id = o.account_id and r.mail_id = o.id and r.state <> 'ACCEPTED'
              where o.account_id = :accountId and o.conversation_id = :conversationId
                and o.kind <> 'NOTIFICATION') f
            where c.account_id = :accountId and c.id = :conversationId
              and (c.outgoing_failures is distinct from f.failures or c.pending_emails is distinct from f.pending)
            """)
    int tellEntry(long accountId, long conversationId, Instant now);

    /** A recipient whose server took the mail and gave it back. */
    @SqlQuery("""
            update outbox_recipients r
            set state = 'REFUSED', code = :code, answer = :answer
            from outbox o
            where o.account_id = :accountId and o.message_id = :messageId and r.account_id = o.account_id
              and r.mail_id = o.id and r.address = :address
            returning coalesce(o.conversation_id, 0)
            """)
    Optional<Long> bounce(long accountId, String messageId, String address, Integer code, String answer);
}
