package dev.hilo.webhooks;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface DeliveryStore {

    /** One to be sent now. @param attempts this one included */
    record Claimed(long eventId, int attempts) {}

    @SqlUpdate("""
            insert into webhook_deliveries (account_id, webhook_id, event_id, lane, state, due_at, created_at, updated_at)
            values (:accountId, :webhookId, :eventId, :lane, 'WAITING', :now, :now, :now)
            on conflict do nothing
            """)
    void add(long accountId, long webhookId, long eventId, long lane, Instant now);

    /** Those of every account that have something due. */
    @SqlQuery("""
            select distinct d.account_id, d.webhook_id
            from webhook_deliveries d
            join webhooks w on w.account_id = d.account_id and w.id = d.webhook_id and w.active
            where d.state in ('WAITING', 'SENDING') and d.due_at <= :now
            """)
    @RegisterConstructorMapper(Due.class)
    List<Due> due(Instant now);

    /** A subscription with work. */
    record Due(long accountId, long webhookId) {}

    /**
     * Takes what is due: of each lane the first alone, so that the order holds. What was being sent by a node that has died
     * is due again.
     */
    @SqlQuery("""
            update webhook_deliveries t
            set state = 'SENDING', attempts = t.attempts + 1, due_at = :giveUp, updated_at = :now
            from (
              select d.event_id from webhook_deliveries d
              where d.account_id = :accountId and d.webhook_id = :webhookId and d.state in ('WAITING', 'SENDING')
                and d.due_at <= :now
                and not exists (
                  select from webhook_deliveries e
                  where e.account_id = d.account_id and e.webhook_id = d.webhook_id and e.lane = d.lane
                    and e.event_id < d.event_id and e.state in ('WAITING', 'SENDING'))
              order by d.due_at, d.event_id
              limit :limit
              for update skip locked) d
            where t.account_id = :accountId and t.webhook_id = :webhookId and t.event_id = d.event_id
            returning t.event_id, t.attempts
            """)
    @RegisterConstructorMapper(Claimed.class)
    List<Claimed> claim(long accountId, long webhookId, int limit, Instant now, Instant giveUp);

    @SqlUpdate("""
            update webhook_deliveries set state = :state, due_at = :due, updated_at = :now
            where account_id = :accountId and webhook_id = :webhookId and event_id = :eventId and state = 'SENDING'
            """)
    void settle(long accountId, long webhookId, long eventId, String state, Instant due, Instant now);

    @SqlUpdate("""
            insert into webhook_attempts (account_id, webhook_id, event_id, number, at, millis, status, error, answer)
            select account_id, webhook_id, event_id,
              (select coalesce(max(number), 0) + 1 from webhook_attempts a
               where a.account_id = :accountId and a.webhook_id = :webhookId and a.event_id = :eventId),
              :at, :millis, :status, :error, :answer
            from webhook_deliveries
            where account_id = :accountId and webhook_id = :webhookId and event_id = :eventId
            for key share
            """)
    void log(
            long accountId,
            long webhookId,
            long eventId,
            Instant at,
            int millis,
            Integer status,
            String error,
            String answer);

    @SqlUpdate("""
            insert into webhook_deliveries (account_id, webhook_id, event_id, lane, state, due_at, created_at, updated_at)
            select :accountId, :webhookId, event, lane, 'WAITING', :now, :now, :now
            from unnest(:events, :lanes) as chosen (event, lane)
            on conflict (account_id, webhook_id, event_id)
            do update set state = 'WAITING', attempts = 0, due_at = excluded.due_at, updated_at = excluded.updated_at
            where webhook_deliveries.state in ('DELIVERED', 'PARKED')
            """)
    int replay(long accountId, long webhookId, List<Long> events, List<Long> lanes, Instant now);

    @SqlUpdate("""
            update webhook_deliveries set state = 'WAITING', attempts = 0, due_at = :now, updated_at = :now
            where account_id = :accountId and webhook_id = :webhookId and event_id in (
              select event_id from webhook_deliveries
              where account_id = :accountId and webhook_id = :webhookId and state = 'PARKED'
              order by event_id limit :most)
            """)
    int retryParked(long accountId, long webhookId, int most, Instant now);

    @SqlQuery("""
            select d.event_id, d.state, d.attempts as tries, d.due_at, d.created_at, d.updated_at,
              coalesce((
                select jsonb_agg(jsonb_build_object('number', a.number, 'at', a.at, 'millis', a.millis, 'status', a.status,
                  'error', a.error, 'answer', a.answer) order by a.number)
                from webhook_attempts a
                where a.account_id = d.account_id and a.webhook_id = d.webhook_id and a.event_id = d.event_id), '[]') as attempts
            from webhook_deliveries d
            where d.account_id = :accountId and d.webhook_id = :webhookId and (:state::text is null or d.state = :state)
            order by d.event_id desc
            limit :limit offset :offset
            """)
    @RegisterConstructorMapper(WebhookDelivery.class)
    List<WebhookDelivery> list(long accountId, long webhookId, String state, int limit, long offset);

    @SqlUpdate("""
            delete from webhook_deliveries
            where account_id = :accountId and state in ('DELIVERED', 'PARKED') and updated_at < :before
            """)
    int forget(long accountId, Instant before);
}
