package dev.hilo.mail.in;

import dev.hilo.accounts.Sight;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

public interface MailInStore {

    /** What a mail that came before has become. */
    record Known(Long ticketId, Long conversationId) {}

    /** Where a mail came to. */
    record Mailbox(long id, String supportEmail, boolean named) {}

    /** A ticket that a mail may belong to. */
    record Ticket(long id, boolean deleted, boolean spam, boolean archived, Long mergedInto) {}

    @SqlQuery("""
            select ticket_id, conversation_id from received_mails where account_id = :accountId and identity = :identity
            """)
    @RegisterConstructorMapper(Known.class)
    Optional<Known> known(long accountId, String identity);

    /** Waits for another that takes the same mail; 0 when that one has. */
    @SqlUpdate("""
            insert into received_mails (account_id, identity, mailbox_id, from_email, automatic, ticket_id,
              conversation_id, received_at)
            values (:accountId, :identity, :mailboxId, :from, :automatic, :ticketId, :conversationId, :now)
            on conflict do nothing
            """)
    int claim(
            long accountId,
            String identity,
            Long mailboxId,
            String from,
            boolean automatic,
            Long ticketId,
            Long conversationId,
            Instant now);

    String ADDRESSES = """
            (select email from contacts where account_id = :accountId and id = :contactId
             union all
             select email from contact_emails where account_id = :accountId and contact_id = :contactId)
            """;

    @SqlUpdate("delete from mail_quarantine where account_id = :accountId and from_email in " + ADDRESSES)
    void forgetHeld(long accountId, long contactId);

    @SqlUpdate("update received_mails set from_email = '' where account_id = :accountId and from_email in " + ADDRESSES)
    void forgetSender(long accountId, long contactId);

    @SqlUpdate("delete from received_mails where account_id = :accountId and received_at < :before")
    void forgetBefore(long accountId, Instant before);

    @SqlQuery("""
            select count(*) from received_mails
            where account_id = :accountId and from_email = :from and received_at > :since
            """)
    int receivedSince(long accountId, String from, Instant since);

    @SqlUpdate("""
            insert into quoted_texts (account_id, conversation_id, ticket_id, body)
            values (:accountId, :conversationId, :ticketId, :body)
            """)
    void quote(long accountId, long conversationId, long ticketId, String body);

    @SqlQuery("""
            select q.body
            from quoted_texts q
            join conversations c on c.account_id = q.account_id and c.id = q.conversation_id and not c.deleted
            join tickets t on t.account_id = c.account_id and t.id = c.ticket_id
            where q.account_id = :sight.accountId and q.conversation_id = :conversationId and
            """ + Sight.CONDITION)
    Optional<String> quoted(@BindMethods("sight") Sight sight, long conversationId);

    /** The mailbox that is named, or the one whose address is among the recipients, or the primary one. */
    @SqlQuery("""
            select id, support_email, id = :id or support_email = any(:addresses)
                     or lower(forward_email) = any(:addresses) is true as named
            from mailboxes
            where account_id = :accountId and (:id::bigint is null or id = :id)
            order by support_email = any(:addresses) desc, lower(forward_email) = any(:addresses) desc nulls last,
                     is_primary desc, id
            limit 1
            """)
    @RegisterConstructorMapper(Mailbox.class)
    Optional<Mailbox> mailbox(long accountId, Long id, List<String> addresses);

    /** Those of the addresses that are the account's own. */
    @SqlQuery("""
            select a from unnest(:addresses) a
            where exists (
              select from mailboxes m
              where m.account_id = :accountId and (m.support_email = a or lower(m.forward_email) = a))
            """)
    List<String> own(long accountId, List<String> addresses);

    /**
     * Who is the requester of a new ticket instead of its sender.
     *
     * @param replyTo whether who is to be answered
     * @param originalSender whether who wrote what an agent passes on
     */
    record NewTickets(boolean replyTo, boolean originalSender) {}

    @SqlQuery("""
            select coalesce((s.toggles ->> 'create_requester_using_reply_to')::boolean, true) as reply_to,
                   coalesce((s.toggles ->> 'original_sender_as_requester_for_forward')::boolean, true) as original_sender
            from accounts a left join email_settings s on s.account_id = a.account_id
            where a.account_id = :accountId
            """)
    @RegisterConstructorMapper(NewTickets.class)
    NewTickets newTickets(long accountId);

    @SqlQuery("""
            select id, deleted, spam, archived, merged_into from tickets where account_id = :accountId and id = :id
            """)
    @RegisterConstructorMapper(Ticket.class)
    Optional<Ticket> ticket(long accountId, long id);

    /** Whether the address is the requester's or was copied. */
    @SqlQuery("""
            select exists (
              select from tickets t
              where t.account_id = :accountId and t.id = :ticketId
                and (exists (select from contacts c
                             where c.account_id = t.account_id and c.id = t.requester_id and c.email = :email)
                  or exists (select from contact_emails e
                             where e.account_id = t.account_id and e.contact_id = t.requester_id and e.email = :email)
                  or exists (select from unnest(t.cc_emails || t.reply_cc_emails) cc
                             where lower(cc) = :email or lower(cc) like '%<' || :likeEmail || '>')))
            """)
    boolean takesPart(long accountId, long ticketId, String email, String likeEmail);

    @SqlQuery("""
            select c.email from tickets t
            join contacts c on c.account_id = t.account_id and c.id = t.requester_id
            where t.account_id = :accountId and t.id = :ticketId and c.email is not null
            """)
    Optional<String> requesterEmail(long accountId, long ticketId);

    @SqlQuery("select private from conversations where account_id = :accountId and id = :id")
    Optional<Boolean> isPrivate(long accountId, long id);

    @SqlQuery("select exists (select from agents where account_id = :accountId and id = :id and not deactivated)")
    boolean isAgent(long accountId, long id);

    @SqlQuery("""
            select exists (
              select from agents a join contacts c on c.account_id = a.account_id and c.id = a.id
              where a.account_id = :accountId and c.email = :email and not a.deactivated)
            """)
    boolean isAgent(long accountId, String email);
}
