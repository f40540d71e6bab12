package dev.hilo.mail.out;

import dev.hilo.accounts.Sight;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The outbox as people see and fill it; {@link SendingStore} has what sends. */
@RegisterConstructorMapper(MailRow.class)
@RegisterConstructorMapper(RecipientRow.class)
interface OutboxStore {

    /** Nobody but the account's own addresses is left out: mail to them would come back as a new message. */
    @SqlQuery("""
            with wanted as (
              select distinct on (address) address, kind
              from (
                select address, kind, n from unnest(:addresses, :kinds) with ordinality as asked(address, kind, n)
                union all
                select e, 'BCC', 1000 from email_settings s, unnest(s.bcc_emails) e where s.account_id = :accountId) a
              where not exists (
                select from mailboxes m
                where m.account_id = :accountId and (m.support_email = a.address or m.forward_email = a.address))
              order by address, n),
            mail as (
              insert into outbox (account_id, ticket_id, conversation_id, kind, message_id, mailbox_id, from_email,
                to_emails, cc_emails, subject, body, with_history, with_files, state, due_at, created_at, updated_at)
              select :accountId, :ticketId, :conversationId, :kind, :messageId, :mailboxId, :from, :to, :cc,
                :subject, :body, :withHistory, :withFiles,
                case when :hasRelay or exists (
                    select from mailbox_passwords p
                    where p.account_id = :accountId and p.mailbox_id = :mailboxId and p.direction = 'OUT')
                  then 'QUEUED' else 'WAITING_FOR_SERVER' end,
                :now, :now, :now
              where exists (select from wanted)
              returning id, state),
            recipients as (
              insert into outbox_recipients (account_id, mail_id, address, kind)
              select :accountId, mail.id, wanted.address, wanted.kind from mail, wanted),
            known as (
              insert into mail_messages (account_id, message_id, ticket_id, conversation_id, direction, is_public,
                created_at)
              select :accountId, :messageId, :ticketId, :conversationId, 'OUT', :isPublic, :now from mail)
            select state from mail
            """)
    Optional<MailState> insert(
            long accountId,
            @BindMethods NewMail mail,
            String messageId,
            List<String> addresses,
            List<String> kinds,
            boolean hasRelay,
            Instant now);

    /** Whom a ticket's mail goes to, and from where: its mailbox, or the account's primary one. */
    @SqlQuery("""
            select r.email as requester_email, t.cc_emails, m.id as mailbox_id,
                   m.name || ' <' || m.support_email || '>' as from_email
            from tickets t
            join contacts r on r.account_id = t.account_id and r.id = t.requester_id
            left join lateral (
              select m.id, m.support_email, m.name
              from mailboxes m
              where m.account_id = t.account_id and (m.id = t.email_config_id or m.is_primary)
              order by m.id = t.email_config_id desc, m.product_id is not null, m.id
              limit 1) m on true
            where t.account_id = :accountId and t.id = :ticketId
            """)
    @RegisterConstructorMapper(Addressing.class)
    Addressing addressing(long accountId, long ticketId);

    /** Where mail comes from that no ticket has. */
    @SqlQuery("""
            select null::text as requester_email, '{}'::text[] as cc_emails, m.id as mailbox_id,
                   m.name || ' <' || m.support_email || '>' as from_email
            from mailboxes m
            where m.account_id = :accountId and m.is_primary
            order by m.product_id is not null, m.id
            limit 1
            """)
    @RegisterConstructorMapper(Addressing.class)
    Optional<Addressing> primary(long accountId);

    String SELECT = """
            select o.id, o.ticket_id, o.conversation_id, o.kind, o.state, o.from_email, o.to_emails, o.cc_emails,
                   o.message_id, o.attempts, o.doubtful, o.due_at, o.last_error, o.sent_at, o.created_at,
                   o.updated_at
            from outbox o
            join tickets t on t.account_id = o.account_id and t.id = o.ticket_id
            where o.account_id = :sight.accountId and
            """ + Sight.CONDITION;

    @SqlQuery(SELECT + """
              and (:ticketId::bigint is null or o.ticket_id = :ticketId)
              and (:conversationId::bigint is null or o.conversation_id = :conversationId)
              and (:state::text is null or o.state = :state)
            order by o.id desc
            limit :limit offset :offset
            """)
    List<MailRow> list(
            @BindMethods("sight") Sight sight,
            Long ticketId,
            Long conversationId,
            String state,
            int limit,
            long offset);

    @SqlQuery(SELECT + "and o.id = :id")
    Optional<MailRow> find(@BindMethods("sight") Sight sight, long id);

    @SqlQuery(SELECT + "and o.id = :id for update of o")
    Optional<MailRow> lock(@BindMethods("sight") Sight sight, long id);

    @SqlQuery("""
            select mail_id, address, kind, state, code, answer
            from outbox_recipients
            where account_id = :accountId and mail_id = any(:mailIds)
            order by mail_id, kind desc, address
            """)
    List<RecipientRow> recipients(long accountId, Collection<Long> mailIds);

    /** Those who refused it are tried again too. */
    @SqlUpdate("""
            update outbox_recipients set state = 'PENDING'
            where account_id = :accountId and mail_id = :id and state = 'REFUSED'
            """)
    int forgive(long accountId, long id);

    @SqlUpdate("""
            update outbox set state = 'QUEUED', attempts = 0, due_at = :now, updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void queue(long accountId, long id, Instant now);

    @SqlUpdate("""
            update outbox set due_at = :until
            where account_id = :accountId and conversation_id = :conversationId and state = 'QUEUED'
            """)
    void hold(long accountId, long conversationId, Instant until);

    @SqlUpdate("""
            update outbox set state = 'CANCELLED', updated_at = :now
            where account_id = :accountId and id = :id
            """)
    void cancel(long accountId, long id, Instant now);

    @SqlUpdate("""
            update outbox set state = 'CANCELLED', updated_at = :now
            where account_id = :accountId and conversation_id = :conversationId
              and state in ('WAITING_FOR_SERVER', 'QUEUED', 'FAILED', 'PARKED')
            """)
    void cancelOf(long accountId, long conversationId, Instant now);
}
