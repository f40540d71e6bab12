package dev.hilo.customers;

import dev.hilo.pages.Named;
import dev.hilo.tickets.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What a customer may see: the own tickets and those of companies, and of them what was said in public. */
public interface MyTicketStore {

    /**
     * A ticket on a list.
     *
     * @param requester who asks
     * @param at when the customer's side or ours last said something, or ended it
     */
    record Line(long id, String subject, int status, String requester, boolean isOwn, Instant at) {}

    /** A ticket to read. @param supportEmail the address of ours that it uses, or null */
    record Reading(
            long id,
            String subject,
            String description,
            int status,
            long requesterId,
            String requester,
            boolean frozen,
            Instant resolvedAt,
            Instant createdAt,
            Long mailboxId,
            String supportEmail) {

        boolean isDone() {
            return Status.isDone(status);
        }
    }

    /** Something that was said in public. @param author null for one who is not there any more */
    record Said(long id, String body, boolean incoming, String author, Instant createdAt) {}

    String VISIBLE = """
            t.account_id = :accountId and not t.deleted and not t.spam
              and (t.requester_id = :contactId or t.company_id = any(:companyIds))
            """;

    /** Neither private nor deleted, nor a reply that its author can still take back. */
    String PUBLIC = """
            not c.private and not c.deleted and not exists (
              select from outbox o
              where o.account_id = c.account_id and o.conversation_id = c.id and o.attempts = 0 and o.due_at > :now
                and o.state in ('QUEUED', 'WAITING_FOR_SERVER'))
            """;

    @SqlQuery("""
            select t.id, coalesce(t.subject, '') as subject, t.status, r.name as requester,
              t.requester_id = :contactId as is_own,
              greatest(t.created_at, t.requester_responded_at, t.agent_responded_at, t.resolved_at, t.closed_at,
                t.reopened_at) as at
            from tickets t
            join contacts r on r.account_id = t.account_id and r.id = t.requester_id
            where""" + " " + VISIBLE + """
              and (:all or t.requester_id = :contactId)
              and case :state when 'open' then t.status not in (4, 5) when 'done' then t.status in (4, 5) else true end
            order by at desc, t.id desc
            limit :limit offset :offset
            """)
    @RegisterConstructorMapper(Line.class)
    List<Line> tickets(
            long accountId, long contactId, List<Long> companyIds, boolean all, String state, int limit, long offset);

    @SqlQuery("""
            select t.id, coalesce(t.subject, '') as subject, t.description, t.status, t.requester_id, r.name as requester,
              t.archived as frozen, t.resolved_at, t.created_at, m.id as mailbox_id, m.support_email
            from tickets t
            join contacts r on r.account_id = t.account_id and r.id = t.requester_id
            left join lateral (
              select m.id, m.support_email from mailboxes m
              where m.account_id = t.account_id and (m.id = t.email_config_id or m.is_primary)
              order by m.id = t.email_config_id desc, m.product_id is not null, m.id
              limit 1) m on true
            where t.id = :id and""" + " " + VISIBLE)
    @RegisterConstructorMapper(Reading.class)
    Optional<Reading> ticket(long accountId, long contactId, List<Long> companyIds, long id);

    /** Newest first. */
    @SqlQuery("""
            select c.id, c.body, c.incoming, p.name as author, c.created_at
            from conversations c
            left join contacts p on p.account_id = c.account_id and p.id = c.user_id
            where c.account_id = :accountId and c.ticket_id = :ticketId and""" + " " + PUBLIC + """
            order by c.created_at desc, c.id desc
            limit :limit offset :offset
            """)
    @RegisterConstructorMapper(Said.class)
    List<Said> said(long accountId, long ticketId, Instant now, int limit, long offset);

    @SqlQuery("select id, name from products where account_id = :accountId order by lower(name), id limit 500")
    @RegisterConstructorMapper(Named.class)
    List<Named> products(long accountId);

    /** Whether an entry is one that a customer who sees the ticket may read. */
    @SqlQuery("""
            select exists (
              select from conversations c
              where c.account_id = :accountId and c.ticket_id = :ticketId and c.id = :entryId and""" + " " + PUBLIC + ")")
    boolean isPublic(long accountId, long ticketId, long entryId, Instant now);
}
