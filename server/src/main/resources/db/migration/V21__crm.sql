-- A CRM that an account's people and conversations are written to.
create table crm_connections (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  crm text not null check (crm in ('hubspot')),
  address text not null,
  sealed_token bytea not null,
  -- {"contact": {"firstname": "first_name"}, "company": {"name": "name"}}: property there, field here
  mapping jsonb not null,
  notes text not null check (notes in ('none', 'resolved', 'all')),
  -- tickets created then or later alone; null for all
  since timestamptz,
  -- contacts that have written alone, and their companies
  requesters_only boolean not null,
  every_minutes integer not null check (every_minutes between 5 and 44640),
  -- whether it runs by itself
  active boolean not null,
  -- whether runs by themselves write
  writes boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- the number of the account there
  home text,
  -- what changed before is there
  done_until timestamptz,
  state text not null default 'WAITING' check (state in ('WAITING', 'RUNNING')),
  -- a run that was asked for
  asked text check (asked in ('DRY', 'WRITE')),
  due_at timestamptz not null,
  -- when the run that goes on was last seen
  seen_at timestamptz,
  last_started_at timestamptz,
  last_ended_at timestamptz,
  last_report jsonb,
  last_error text,
  primary key (account_id, id)
);
create unique index crm_connections_crm on crm_connections (account_id, crm);
select follow_table('crm_connections', 'crm connection', 'id', null,
  '{sealed_token,home,done_until,state,asked,due_at,seen_at,last_started_at,last_ended_at,last_report,last_error}');

-- What is there: contacts and companies by their ids, notes by their ticket's.
create table crm_links (
  account_id bigint not null,
  connection_id bigint not null,
  kind text not null check (kind in ('COMPANY', 'CONTACT', 'TICKET')),
  record_id bigint not null,
  remote_id text,
  -- of what was sent last
  hash bytea not null,
  -- SENDING: nobody knows whether it arrived; GONE: deleted there, and not made again
  state text not null check (state in ('SENDING', 'WRITTEN', 'GONE', 'REFUSED')),
  error text,
  at timestamptz not null,
  primary key (account_id, connection_id, kind, record_id),
  foreign key (account_id, connection_id) references crm_connections on delete cascade
);
