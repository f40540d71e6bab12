package dev.hilo.simulation;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

@RegisterConstructorMapper(PastTicketStore.Eligible.class)
@RegisterConstructorMapper(PastTicket.class)
interface PastTicketStore {

    /** A ticket that could be replayed. @param answeredAt when people answered it first */
    record Eligible(long id, Instant answeredAt, String topic, String language) {}

    /**
     * Those that a customer began and a person has answered, the newest first: the reply that rules and machines send is no
     * answer.
     */
    @SqlQuery("""
            select t.id, first.at as answered_at, coalesce(t.type, '') as topic, coalesce(c.language, 'en') as language
            from tickets t
            join contacts c on c.account_id = t.account_id and c.id = t.requester_id
            join lateral (
              select min(r.created_at) as at from conversations r
              where r.account_id = t.account_id and r.ticket_id = t.id and not r.incoming and not r.private
                and r.source = 0 and r.category = 3 and not r.deleted and not r.auto_response) first on true
            where t.account_id = :accountId and not t.deleted and not t.spam and t.source <> 10
              and first.at is not null
              and (cast(:since as timestamptz) is null or first.at >= :since)
              and (cast(:topic as text) is null or t.type = :topic)
              and (cast(:language as text) is null or coalesce(c.language, 'en') like :language || '%')
            order by first.at desc, t.id desc
            limit :limit
            """)
    List<Eligible> eligible(long accountId, Instant since, String topic, String language, int limit);

    /** Tickets of a topic that were first answered since a time and are not in a run yet, the first answered first. */
    @SqlQuery("""
            select t.id from tickets t
            join lateral (
              select min(r.created_at) as at from conversations r
              where r.account_id = t.account_id and r.ticket_id = t.id and not r.incoming and not r.private
                and r.source = 0 and r.category = 3 and not r.deleted and not r.auto_response) first on true
            where t.account_id = :accountId and not t.deleted and not t.spam and t.source <> 10 and t.type = :topic
              and first.at >= :since
              and not exists (
                select from simulation_cases c
                where c.account_id = t.account_id and c.simulation_id = :id and c.ticket_id = t.id)
            order by first.at, t.id limit :limit
            """)
    List<Long> answeredSince(long accountId, long id, String topic, Instant since, int limit);

    @SqlQuery("select distinct type from tickets where account_id = :accountId and type is not null order by type")
    List<String> topics(long accountId);

    @SqlQuery(
            "select distinct language from contacts where account_id = :accountId and language is not null order by language")
    List<String> languages(long accountId);

    /**
     * Tickets as they stood before their first answer. Subject and description are what they were then: what was changed
     * since is taken from the events. A message of the customer that was edited since is left out.
     */
    @SqlQuery("""
            select t.account_id, t.id,
              coalesce(was.subject, t.subject) as subject,
              coalesce(was.description, t.description_text) as description,
              t.created_at, asked.at as as_of, t.type as topic, coalesce(c.language, 'en') as language,
              c.name as requester, c.email as requester_email,
              coalesce(array(
                select m.body_text from conversations m
                where m.account_id = t.account_id and m.ticket_id = t.id and m.incoming and not m.private
                  and not m.deleted and m.created_at <= asked.at
                  and (m.last_edited_at is null or m.last_edited_at <= asked.at)
                order by m.created_at, m.id), '{}') as said,
              array(
                select m.body_text from conversations m
                where m.account_id = t.account_id and m.ticket_id = t.id and not m.incoming and not m.private
                  and m.source = 0 and m.category = 3 and not m.deleted and not m.auto_response
                  and m.created_at >= first.at
                  and m.created_at < coalesce(
                    (select min(n.created_at) from conversations n
                     where n.account_id = t.account_id and n.ticket_id = t.id and n.incoming
                       and n.created_at > first.at), 'infinity')
                order by m.created_at, m.id) as answered
            from tickets t
            join contacts c on c.account_id = t.account_id and c.id = t.requester_id
            join lateral (
              select min(r.created_at) as at from conversations r
              where r.account_id = t.account_id and r.ticket_id = t.id and not r.incoming and not r.private
                and r.source = 0 and r.category = 3 and not r.deleted and not r.auto_response) first on true
            join lateral (
              select greatest(t.created_at, max(m.created_at)) as at from conversations m
              where m.account_id = t.account_id and m.ticket_id = t.id and m.incoming and not m.private
                and not m.deleted and m.created_at < first.at) asked on true
            left join lateral (
              select (array_agg(e.before ->> 'subject' order by e.id) filter (where jsonb_exists(e.before, 'subject')))[1] as subject,
                (array_agg(e.before ->> 'description_text' order by e.id)
                  filter (where jsonb_exists(e.before, 'description_text')))[1] as description
              from events e
              where e.account_id = t.account_id and e.ticket_id = t.id and e.type = 'ticket.updated'
                and e.at > asked.at) was on true
            where t.account_id = :accountId and t.id = any(:ids)
            """)
    List<PastTicket> tickets(long accountId, List<Long> ids);
}
