package dev.hilo.crm;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What is written, read in the order of ids, a batch at a time. */
interface SourceStore {

    /** Public for its mapping. */
    record Talk(
            long id,
            String subject,
            String statusName,
            int source,
            String description,
            String summary,
            long requesterId,
            String requester,
            String language,
            String contact,
            Instant createdAt,
            Instant updatedAt) {}

    record Said(long ticketId, boolean incoming, String body, Instant createdAt) {}

    /** Those that changed, or whose tickets did. */
    @SqlQuery("""
            select c.* from contacts c
            where c.account_id = :accountId and c.id > :after and c.email is not null
              and not c.deleted and not c.blocked and c.merged_into is null
              and not exists (select from agents a where a.account_id = c.account_id and a.id = c.id)
              and (c.updated_at >= :since or c.id in (
                select t.requester_id from tickets t where t.account_id = :accountId and t.updated_at >= :since))
              and (not :requestersOnly or exists (
                select from tickets t where t.account_id = c.account_id and t.requester_id = c.id and not t.spam))
            order by c.id
            limit :limit
            """)
    @RegisterConstructorMapper(Person.class)
    List<Person> people(long accountId, long after, Instant since, boolean requestersOnly, int limit);

    /** Those that changed: of all, or of those that were written before. */
    @SqlQuery("""
            select c.* from companies c
            where c.account_id = :accountId and c.id > :after and c.updated_at >= :since and c.domains <> '{}'
              and (not :writtenOnly or exists (
                select from crm_links l where l.account_id = c.account_id and l.connection_id = :connectionId
                  and l.kind = 'COMPANY' and l.record_id = c.id))
            order by c.id
            limit :limit
            """)
    @RegisterConstructorMapper(Firm.class)
    List<Firm> firms(long accountId, long connectionId, long after, Instant since, boolean writtenOnly, int limit);

    @SqlQuery("""
            select c.* from companies c where c.account_id = :accountId and c.id = any(:ids) and c.domains <> '{}'
            """)
    @RegisterConstructorMapper(Firm.class)
    List<Firm> firms(long accountId, List<Long> ids);

    /** Tickets of customers that have an address, with the contact there when it is known. */
    @SqlQuery("""
            select t.id, t.subject, t.source, left(t.description, 50000) as description, s.body_text as summary,
              t.requester_id, r.name as requester, r.language, l.remote_id as contact, t.created_at, t.updated_at,
              (select choice ->> 'label' from fields f, jsonb_array_elements(f.choices) choice
               where f.account_id = t.account_id and f.resource = 'ticket' and f.name = 'status'
                 and (choice ->> 'value')::integer = t.status) as status_name
            from tickets t
            join contacts r on r.account_id = t.account_id and r.id = t.requester_id
            left join ticket_summaries s on s.account_id = t.account_id and s.ticket_id = t.id
            left join crm_links l on l.account_id = t.account_id and l.connection_id = :connectionId
              and l.kind = 'CONTACT' and l.record_id = t.requester_id and l.state = 'WRITTEN'
            where t.account_id = :accountId and t.id > :after and t.updated_at >= :since
              and not t.spam and not t.deleted and r.email is not null
              and (:all or t.status in (4, 5)) and t.created_at >= coalesce(:createdSince::timestamptz, '-infinity')
              and not exists (select from agents a where a.account_id = r.account_id and a.id = r.id)
            order by t.id
            limit :limit
            """)
    @RegisterConstructorMapper(Talk.class)
    List<Talk> talks(
            long accountId, long connectionId, long after, Instant since, boolean all, Instant createdSince, int limit);

    /** What was said in public, newest first, so many of each ticket at most. */
    @SqlQuery("""
            select c.ticket_id, c.incoming, c.body, c.created_at
            from unnest(:tickets) t
            cross join lateral (
              select ticket_id, incoming, left(body, 50000) as body, created_at from conversations
              where account_id = :accountId and ticket_id = t and not deleted and not private and not auto_response
                and source in (0, 2)
              order by created_at desc, id desc
              limit :limit) c
            """)
    @RegisterConstructorMapper(Said.class)
    List<Said> said(long accountId, List<Long> tickets, int limit);
}
