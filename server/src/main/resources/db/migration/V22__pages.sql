-- The log-ins of browsers.
create table sessions (
  account_id bigint not null,
  id bigint not null default nextval('global_id'),
  agent_id bigint not null,
  -- SHA-256 of the cookie
  token_hash bytea not null,
  browser text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, token_hash),
  foreign key (account_id, agent_id) references agents on delete cascade
);
create index sessions_of_agent on sessions (account_id, agent_id);

-- Views of the inbox that somebody has named.
create table saved_filters (
  account_id bigint not null,
  id bigint not null default nextval('global_id'),
  agent_id bigint not null,
  name text not null,
  -- the query of the inbox's address
  query text not null,
  shared boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, agent_id, name),
  foreign key (account_id, agent_id) references agents on delete cascade
);
select follow_table('saved_filters', 'saved_filter');

-- What somebody has begun to write and not sent.
create table reply_drafts (
  account_id bigint not null,
  agent_id bigint not null,
  ticket_id bigint not null,
  kind text not null check (kind in ('reply', 'note')),
  body text not null,
  updated_at timestamptz not null,
  primary key (account_id, agent_id, ticket_id, kind),
  foreign key (account_id, agent_id) references agents on delete cascade,
  foreign key (account_id, ticket_id) references tickets on delete cascade
);
create index reply_drafts_of_ticket on reply_drafts (account_id, ticket_id);

-- Up to when somebody has read a ticket.
create table ticket_reads (
  account_id bigint not null,
  agent_id bigint not null,
  ticket_id bigint not null,
  read_at timestamptz not null,
  primary key (account_id, agent_id, ticket_id),
  foreign key (account_id, agent_id) references agents on delete cascade,
  foreign key (account_id, ticket_id) references tickets on delete cascade
);
create index ticket_reads_of_ticket on ticket_reads (account_id, ticket_id);
