package dev.hilo.demo;

import org.jdbi.v3.core.Handle;

/** Writes down how the sample came to be: the events that its records would have left, at their times, in order. */
final class History {

    /** Of a ticket: opened without an agent, assigned, then through the statuses whose times it carries. */
    private static final String EVENTS = """
            with stages as (
              select t.id, s.at, s.status, s.rank
              from tickets t, lateral (values
                (t.created_at, 2, 0),
                (t.created_at + (t.reopened_at - t.created_at) * 0.7, 4, 1),
                (t.reopened_at, 2, 2),
                (t.pending_since, 3, 3),
                (t.resolved_at, 4, 4),
                (t.closed_at, 5, 5),
                (t.status_updated_at, t.status, 6),
                (t.updated_at, t.status, 7)) s (at, status, rank)
              where t.account_id = :accountId and s.at is not null),
            steps as (
              select id, at, status, lag(status) over (partition by id order by at, rank) as before from stages),
            told as (
              select t.created_at as at, 'ticket' as record, 'created' as verb, t.id as record_id, t.id as ticket_id,
                'CUSTOMER' as actor_kind, t.requester_id as actor_id, null::jsonb as before,
                jsonb_strip_nulls(to_jsonb(t) - array['account_id', 'updated_at', 'responder_id', 'agent_responded_at',
                  'requester_responded_at', 'first_responded_at', 'reopened_at', 'resolved_at', 'closed_at',
                  'pending_since']) || '{"status": 2}' as after
              from tickets t where t.account_id = :accountId
              union all
              select t.created_at + (coalesce(t.first_responded_at, t.updated_at) - t.created_at) * 0.1, 'ticket', 'updated',
                t.id, t.id, 'AGENT', t.responder_id, '{"responder_id": null}',
                jsonb_build_object('responder_id', t.responder_id)
              from tickets t where t.account_id = :accountId and t.responder_id is not null
              union all
              select s.at, 'ticket', 'updated', s.id, s.id, case when s.status = 2 then 'CUSTOMER' else 'AGENT' end,
                case when s.status = 2 then t.requester_id else t.responder_id end,
                jsonb_build_object('status', s.before), jsonb_build_object('status', s.status)
              from steps s join tickets t on t.account_id = :accountId and t.id = s.id
              where s.before <> s.status
              union all
              select c.created_at, 'conversation', 'created', c.id, c.ticket_id,
                case when c.incoming then 'CUSTOMER' else 'AGENT' end, c.user_id, null,
                jsonb_strip_nulls(to_jsonb(c) - array['account_id', 'updated_at'])
              from conversations c where c.account_id = :accountId
              union all
              select c.created_at, 'contact', 'created', c.id, null, 'SYSTEM', null, null,
                jsonb_strip_nulls(to_jsonb(c) - array['account_id', 'updated_at', 'first_seen', 'last_seen'])
              from contacts c where c.account_id = :accountId
              union all
              select c.created_at, 'company', 'created', c.id, null, 'SYSTEM', null, null,
                jsonb_strip_nulls(to_jsonb(c) - array['account_id', 'updated_at'])
              from companies c where c.account_id = :accountId)
            insert into events (account_id, id, at, type, record, record_id, ticket_id, actor_kind, actor_id, cause,
              before, after)
            select :accountId, nextval('event_id'), at, record || '.' || verb, record, record_id, ticket_id,
              actor_kind, actor_id, 'sample', before, after
            from (select * from told order by at, record_id) told
            """;

    private History() {}

    /** For the transaction that loads the sample: its rows tell nothing of themselves. */
    static void silence(Handle handle) {
        handle.execute("set local hilo.events = 'off'");
    }

    static void write(Handle handle, long accountId) {
        handle.createUpdate(EVENTS).bind("accountId", accountId).execute();
    }
}
