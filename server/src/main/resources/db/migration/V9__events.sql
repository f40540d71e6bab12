-- The history: an event for every change of every record, appended by triggers in the transaction that makes the change,
-- so that no feature can forget one. A migration that makes a table, or adds a column to one, calls follow_table for it.
--
-- Transactions say who acts with set_config('hilo.acting', 'KIND|id|time|cause', true); 'hilo.events' = 'off' appends nothing
-- (a restored backup and bulk loads bring their events along).

create sequence event_id;

create table events (
  account_id bigint not null,
  -- the order of the changes of a record: drawn while its row is locked
  id bigint not null,
  at timestamptz not null,
  -- record.verb: ticket.created, ticket.updated, …
  type text not null,
  record text not null,
  record_id bigint not null,
  ticket_id bigint,
  actor_kind text not null check (actor_kind in ('AGENT', 'CUSTOMER', 'RULE', 'AI', 'SYSTEM')),
  actor_id bigint,
  cause text,
  -- columns by name: of a new record all that are set, of a changed one those that changed, of a removed one all
  before jsonb,
  after jsonb,
  -- whether a timeline shows it: a message shows itself, its files with it; of a ticket's change counts what people set, not
  -- the bookkeeping; of mail what Hilo says by itself, and what nobody is sent
  told boolean not null generated always as (
    ticket_id is not null
    and type not in ('conversation.created', 'attachment.created')
    and (type <> 'ticket.updated' or coalesce(after ?| array[
      'subject', 'description', 'status', 'priority', 'source', 'type', 'requester_id', 'responder_id', 'group_id',
      'product_id', 'company_id', 'tags', 'custom_fields', 'spam', 'archived', 'merged_into', 'association_type',
      'prime_id', 'internal_agent_id', 'internal_group_id', 'is_escalated', 'fr_escalated', 'nr_escalated',
      'due_by_manual'], false))
    and (record <> 'mail' or coalesce(after ->> 'kind' = 'NOTIFICATION', false)
      or coalesce(after ->> 'state' in ('PARKED', 'CANCELLED'), false))) stored,
  primary key (account_id, id)
);
create index events_of_ticket on events (account_id, ticket_id, id) where ticket_id is not null;
create index events_told on events (account_id, ticket_id, at, id) where told;
create index events_of_record on events (account_id, record, record_id, id) where ticket_id is null;

-- what an erasure of somebody whose tickets are long gone looks for
create index events_purged on events (account_id, ((before ->> 'requester_id')::bigint)) where type = 'ticket.purged';

create function refuse_event_change() returns trigger language plpgsql as $$
begin
  if current_setting('hilo.erasing', true) = 'on' then
    return null;
  end if;
  raise exception 'events are never changed';
end $$;

create trigger events_stay after update or delete on events
  for each statement execute function refuse_event_change();

create function append_event() returns trigger language plpgsql as $$
declare
  record_name text := tg_argv[0];
  unsaid text[] := tg_argv[3]::text[];
  acting text[] := string_to_array(current_setting('hilo.acting', true), '|');
  happened timestamptz := nullif(acting[3], '')::timestamptz;
  old_row jsonb;
  new_row jsonb;
  whole jsonb;
  verb text;
begin
  if current_setting('hilo.events', true) = 'off' then
    return null;
  end if;
  case tg_op
    when 'INSERT' then
      whole := to_jsonb(new);
      new_row := jsonb_strip_nulls(whole - unsaid);
      verb := 'created';
      happened := coalesce(happened, (whole ->> 'created_at')::timestamptz);
    when 'DELETE' then
      whole := to_jsonb(old);
      old_row := jsonb_strip_nulls(whole - unsaid);
      -- what has a trash is deleted when it goes there
      verb := case when whole ? 'deleted' then 'purged' else 'deleted' end;
    else
      whole := to_jsonb(new);
      select jsonb_object_agg(key, o.value), jsonb_object_agg(key, n.value) into old_row, new_row
      from jsonb_each(to_jsonb(old) - unsaid) o join jsonb_each(whole - unsaid) n using (key)
      where o.value is distinct from n.value;
      if new_row is null then
        return null;
      end if;
      verb := case new_row -> 'deleted' when 'true' then 'deleted' when 'false' then 'restored' else 'updated' end;
      happened := coalesce(happened, (whole ->> 'updated_at')::timestamptz);
  end case;
  -- The change has a transaction id by now, and the number is drawn after that: what the horizon of readers rests on.
  insert into events (account_id, id, at, type, record, record_id, ticket_id, actor_kind, actor_id, cause, before, after)
  values ((whole ->> 'account_id')::bigint, nextval('event_id'), coalesce(happened, clock_timestamp()),
    record_name || '.' || verb, record_name, (whole ->> tg_argv[1])::bigint, (whole ->> tg_argv[2])::bigint,
    coalesce(nullif(acting[1], ''), 'SYSTEM'), nullif(acting[2], '')::bigint, nullif(acting[4], ''), old_row, new_row);
  return null;
end $$;

-- Follows a table from now on. Columns in "unsaid" are neither told nor, alone, a change; account_id and updated_at are
-- always among them.
create function follow_table(
  followed regclass, record_name text, id_column text default 'id', ticket_column text default null,
  unsaid text[] default '{}') returns void language plpgsql as $$
declare
  silent text[] := unsaid || array['account_id', 'updated_at'];
  told text;
begin
  select string_agg(quote_ident(attname), ', ') into told
  from pg_attribute
  where attrelid = followed and attnum > 0 and not attisdropped and attname <> all (silent);
  execute format('drop trigger if exists append_event on %s', followed);
  execute format(
    'create trigger append_event after insert or delete or update of %s on %s for each row '
      || 'execute function append_event(%L, %L, %L, %L)',
    told, followed, record_name, id_column, coalesce(ticket_column, ''), silent);
end $$;

select follow_table('accounts', 'account', 'account_id');
select follow_table('tickets', 'ticket', 'id', 'id');
select follow_table('conversations', 'conversation', 'id', 'ticket_id');
select follow_table('attachments', 'attachment', 'id', 'ticket_id', '{blob}');
select follow_table('ticket_summaries', 'summary', 'id', 'ticket_id');
select follow_table('ticket_watchers', 'watcher', 'agent_id', 'ticket_id');
select follow_table('ticket_accesses', 'access', 'agent_id', 'ticket_id');
select follow_table('time_entries', 'time_entry', 'id', 'ticket_id');
select follow_table('satisfaction_ratings', 'rating', 'id', 'ticket_id');
select follow_table('contacts', 'contact', 'id', null, '{first_seen,last_seen}');
select follow_table('contact_emails', 'contact_email', 'contact_id');
select follow_table('contact_companies', 'contact_company', 'contact_id');
select follow_table('companies', 'company');
select follow_table('agents', 'agent', 'id', null, '{password_hash,last_login_at,last_active_at,availability_updated_at}');
select follow_table('agent_roles', 'agent_role', 'agent_id');
select follow_table('api_keys', 'api_key', 'id', null, '{hash}');
select follow_table('roles', 'role');
select follow_table('groups', 'group');
select follow_table('group_agents', 'group_member', 'group_id');
select follow_table('products', 'product');
select follow_table('mailboxes', 'mailbox');
select follow_table('business_hours', 'business_hours');
select follow_table('fields', 'field');
select follow_table('field_sections', 'field_section');
select follow_table('sla_policies', 'sla_policy');
select follow_table('email_settings', 'email_settings', 'account_id');
select follow_table('solution_categories', 'solution_category');
select follow_table('solution_folders', 'solution_folder');
select follow_table('solution_articles', 'solution_article', 'id', null, '{hits,suggested}');
select follow_table('solution_texts', 'solution_text');
select follow_table('canned_response_folders', 'canned_response_folder');
select follow_table('canned_responses', 'canned_response');
select follow_table('surveys', 'survey');

-- How far those who follow the events have come.
create table event_cursors (
  account_id bigint not null references accounts,
  follower text not null,
  position bigint not null,
  primary key (account_id, follower)
);

-- The last number that was drawn; one transaction id drawn after it; the oldest transaction still running.
-- Once the oldest is not older than the barrier, everybody who drew a number up to the last one has ended.
create function event_horizon(out last bigint, out barrier bigint, out oldest bigint) volatile language plpgsql as $$
begin
  select case when is_called then last_value else 0 end into last from event_id;
  barrier := pg_current_xact_id()::text::bigint;
  oldest := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
end $$;
