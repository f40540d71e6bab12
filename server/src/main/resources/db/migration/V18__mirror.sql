-- An account whose system of record is another one, on Freshdesk or on a Hilo: here lies its mirror, under the same ids.
create table links (
  account_id bigint primary key references accounts,
  -- https://acme.freshdesk.com
  address text not null,
  sealed_key bytea not null,
  -- the agent whose key it is
  agent_id bigint not null,
  active boolean not null default true,
  -- percent of the other account's limit that the mirror takes; the rest is left to others
  share integer not null default 50 check (share between 1 and 100),
  -- credits a minute there, as its headers last said
  credits_per_minute integer,
  with_archived boolean not null default false,
  with_files boolean not null default true,
  -- SHA-256 of the token in the address that the other account calls when something has changed
  push_hash bytea not null,
  -- when it was called last with something that has not been read yet
  pushed_at timestamptz,
  last_run_at timestamptz,
  last_error text,
  created_at timestamptz not null
);
create unique index links_push on links (account_id, push_hash);

-- How far the lists of the other account have been read.
create table sync_cursors (
  account_id bigint not null references links on delete cascade,
  resource text not null,
  -- where the next page begins
  since timestamptz not null,
  page integer not null default 1,
  -- the greatest time of change that was read
  newest timestamptz not null,
  -- whether all has been read once
  complete boolean not null default false,
  read_rows bigint not null default 0,
  due_at timestamptz not null,
  -- why it cannot be read; null when it can
  trouble text,
  primary key (account_id, resource)
);

-- Of a ticket there: the change that is known here, and the one that its entries and files were read after.
create table sync_tickets (
  account_id bigint not null references links on delete cascade,
  ticket_id bigint not null,
  updated_at timestamptz not null,
  -- null until they are read; also when they were read so soon after a change that another may have had the same second
  entries_as_of timestamptz,
  files_as_of timestamptz,
  -- when all its entries were compared last
  checked_at timestamptz,
  primary key (account_id, ticket_id)
);
create index sync_tickets_entries on sync_tickets (account_id, updated_at, ticket_id)
  where entries_as_of is null or entries_as_of <> updated_at;
create index sync_tickets_files on sync_tickets (account_id, updated_at, ticket_id) where files_as_of is null;
create index sync_tickets_checked on sync_tickets (account_id, coalesce(checked_at, updated_at), ticket_id);

-- What a run or a comparison came to.
create table sync_reports (
  account_id bigint not null references links on delete cascade,
  id bigint not null default nextval('global_id'),
  kind text not null check (kind in ('sync', 'verify')),
  started_at timestamptz not null,
  ended_at timestamptz,
  report jsonb not null,
  primary key (account_id, id)
);

-- Files there whose bytes are still to be fetched.
create table sync_files (
  account_id bigint not null references links on delete cascade,
  id bigint not null,
  owner_kind text not null,
  owner_id bigint not null,
  ticket_id bigint,
  name text not null,
  content_type text not null,
  size bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  attempts integer not null default 0,
  trouble text,
  primary key (account_id, id)
);

select follow_table('links', 'link', 'account_id', null,
  '{sealed_key,push_hash,pushed_at,last_run_at,last_error,credits_per_minute}');
