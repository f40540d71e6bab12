package dev.hilo.reports;

import dev.hilo.accounts.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The open tickets that could matter most, with all that their reasons are made of. */
final class AttentionStore {

    private static final Duration LATELY = Duration.ofDays(14);

    /** What needs other tables is read of the likeliest only. */
    private static final String LIKELIEST = """
            with facts as (
              select t.*,
                     case when t.status = 2 and (t.agent_responded_at is null or t.requester_responded_at > t.agent_responded_at)
                       then extract(epoch from :now - coalesce(t.requester_responded_at, t.created_at))::bigint end as waiting_seconds,
                     case when t.sla_paused_at is null
                       then extract(epoch from least(t.due_by, t.nr_due_by,
                         case when t.first_responded_at is null then t.fr_due_by end) - :now)::bigint end as due_seconds,
                     case when t.reopened_at > :lately then extract(epoch from :now - t.reopened_at)::bigint end as reopened_seconds
              from tickets t
              where t.account_id = :sight.accountId and t.status not in (4, 5) and not t.deleted and not t.spam and not t.archived %s),
            likeliest as materialized (
              select * from facts t
              order by (coalesce(ln(1 + greatest(0, waiting_seconds) / 3600.0) * 8, 0)
                + case when due_seconds < 0 then 40 when due_seconds < 14400 then 30 when due_seconds < 86400 then 10 else 0 end
                + case when reopened_seconds is not null then 15 else 0 end
                + case when priority = 4 then 10 else 0 end
                + case when t.id in (select i.ticket_id from insights i
                                     where i.account_id = :sight.accountId and i.said_at > :lately and i.sentiment = 'negative')
                    then 25 else 0 end) desc, t.id
              limit 300)
            """;

    private static final String ROWS = """
            select t.id, coalesce(t.subject, '') as subject, t.status, t.priority, p.name as requester_name, t.responder_id,
                   a.name as responder_name, g.name as group_name, k.name as company_name, k.account_tier as company_tier,
                   k.health_score as company_health, t.waiting_seconds, t.due_seconds, t.reopened_seconds,
                   coalesce(m.moods[1], false) as unhappy, m.moods[2] as was_unhappy, h.hands
            from likeliest t
            join contacts p on p.account_id = t.account_id and p.id = t.requester_id
            left join contacts a on a.account_id = t.account_id and a.id = t.responder_id
            left join groups g on g.account_id = t.account_id and g.id = t.group_id
            left join companies k on k.account_id = t.account_id and k.id = t.company_id
            left join lateral (
              select array_agg(l.sentiment = 'negative' order by l.said_at desc, l.conversation_id desc) as moods
              from (select i.sentiment, i.said_at, i.conversation_id from insights i
                    where i.account_id = t.account_id and i.ticket_id = t.id and i.automatic is null
                    order by i.said_at desc, i.conversation_id desc limit 2) l) m on true
            left join lateral (
              select count(distinct c.user_id)::integer as hands from conversations c
              where c.account_id = t.account_id and c.ticket_id = t.id and not c.deleted and not c.incoming) h on true
            """;

    private AttentionStore() {}

    static List<AttentionRow> likeliest(Handle handle, Sight sight, Instant now) {
        String seen = sight.scope() == 1 ? "" : " and " + Sight.CONDITION;
        return handle.createQuery(LIKELIEST.formatted(seen) + ROWS)
                .bindMethods("sight", sight)
                .bind("now", now)
                .bind("lately", now.minus(LATELY))
                .map(ConstructorMapper.of(AttentionRow.class))
                .list();
    }
}
