-- Links by which customers log in, as they were mailed: used once, and gone after half an hour.
create table portal_links (
  account_id bigint not null,
  -- SHA-256 of what the mail says
  token_hash bytea not null,
  contact_id bigint not null,
  leads_to text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (account_id, token_hash),
  foreign key (account_id, contact_id) references contacts on delete cascade
);
create index portal_links_of_contact on portal_links (account_id, contact_id);
create index portal_links_expiry on portal_links (account_id, expires_at);

-- The log-ins of customers; those of agents are in sessions.
create table portal_sessions (
  account_id bigint not null,
  -- SHA-256 of the cookie
  token_hash bytea not null,
  contact_id bigint not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (account_id, token_hash),
  foreign key (account_id, contact_id) references contacts on delete cascade
);
create index portal_sessions_of_contact on portal_sessions (account_id, contact_id);

-- What an account has decided about its portal; without a row it is as Hilo makes it.
create table portal_settings (
  account_id bigint primary key references accounts,
  -- whether customers see their tickets and write there
  enabled boolean not null,
  -- whether somebody who is not known may send a ticket
  anonymous_tickets boolean not null,
  updated_at timestamptz not null
);
select follow_table('portal_settings', 'portal_settings', 'account_id');
