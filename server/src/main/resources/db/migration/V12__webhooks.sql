-- Subscriptions to events, delivered by HTTP.
create table webhooks (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  name text not null,
  url text not null,
  -- types of events, or "ticket.*"; empty for all
  types text[] not null default '{}',
  -- {"status": [4, 5]}: after the change each field has one of the values
  conditions jsonb not null default '{}',
  -- names of the headers; their values are sealed
  header_names text[] not null default '{}',
  sealed_headers bytea,
  -- null for the event as it is
  template text,
  content_type text not null default 'application/json',
  sealed_secret bytea not null,
  -- signs too until its time is over
  sealed_old_secret bytea,
  old_secret_until timestamptz,
  active boolean not null default true,
  -- the last event before it was made: it is told of later ones
  starts_after bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id)
);
select follow_table('webhooks', 'webhook', 'id', null, '{sealed_headers,sealed_secret,sealed_old_secret}');

create table webhook_deliveries (
  account_id bigint not null,
  webhook_id bigint not null,
  event_id bigint not null,
  -- what is delivered in order: the ticket, or 0 for events of none
  lane bigint not null,
  state text not null check (state in ('WAITING', 'SENDING', 'DELIVERED', 'PARKED')),
  attempts integer not null default 0,
  -- when to try, or, while sending, when to give the sender up for dead
  due_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, webhook_id, event_id),
  foreign key (account_id, webhook_id) references webhooks on delete cascade
);
create index webhook_deliveries_open on webhook_deliveries (account_id, webhook_id, lane, event_id)
  where state in ('WAITING', 'SENDING');
create index webhook_deliveries_due on webhook_deliveries (account_id, webhook_id, due_at)
  where state in ('WAITING', 'SENDING');
create index webhook_deliveries_ended on webhook_deliveries (account_id, updated_at) where state in ('DELIVERED', 'PARKED');

create table webhook_attempts (
  account_id bigint not null,
  webhook_id bigint not null,
  event_id bigint not null,
  number integer not null,
  at timestamptz not null,
  millis integer not null,
  status integer,
  error text,
  -- the first kilobyte
  answer text,
  primary key (account_id, webhook_id, event_id, number),
  foreign key (account_id, webhook_id, event_id) references webhook_deliveries on delete cascade
);
