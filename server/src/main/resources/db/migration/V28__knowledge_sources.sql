-- Where else an account's knowledge comes from.
create table knowledge_sources (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  kind text not null check (kind in ('files', 'folder', 'site', 'confluence', 'google_docs')),
  name text not null,
  -- a folder's path, a sitemap, where a Confluence or Google's API is
  address text,
  -- a space of Confluence, a folder of Google Drive
  place text,
  -- who reads there; absent where the key says it
  reader text,
  sealed_key bytea,
  for_customers boolean not null,
  -- of its documents; told by each document's text when absent
  language text,
  active boolean not null,
  every_hours integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- of the last reading
  state text not null default 'WAITING' check (state in ('WAITING', 'READING', 'READ', 'FAILED')),
  begun_at timestamptz,
  alive_at timestamptz,
  ended_at timestamptz,
  error text,
  found integer not null default 0,
  taken integer not null default 0,
  gone integer not null default 0,
  primary key (account_id, id)
);
select follow_table('knowledge_sources', 'knowledge_source', 'id', null,
  '{sealed_key,state,begun_at,alive_at,ended_at,error,found,taken,gone}');

-- The documents of a source as they were last read. Their texts are in the passages.
create table knowledge_documents (
  account_id bigint not null,
  source_id bigint not null,
  id bigint not null default nextval('global_id'),
  key text not null,
  version text not null,
  title text not null,
  address text,
  -- why it could not be taken in
  error text,
  passages integer not null,
  updated_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, source_id, key),
  foreign key (account_id, source_id) references knowledge_sources on delete cascade
);
