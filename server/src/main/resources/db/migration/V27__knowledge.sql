-- What an account knows, in pieces that can be found and cited. A piece is never changed: another version of its document
-- takes its place, and the old one stays for those who ask what was known at an earlier time.
create table passages (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  -- article, canned response, past reply, or the id of an outside source
  source text not null,
  document text not null,
  -- of the document; with another one its passages are made anew
  version text not null,
  part integer not null,
  title text not null,
  -- what a customer asked; empty where the text is no answer to anyone
  question text not null default '',
  text text not null,
  language text not null,
  for_customers boolean not null,
  address text,
  -- known from and until; as one time for what has been taken out, whose texts are empty
  valid_from timestamptz not null,
  valid_to timestamptz,
  -- grows with each change within an account, in the order of commits
  revision bigint not null,
  primary key (account_id, id)
);
create unique index passages_current on passages (account_id, source, document, part) where valid_to is null;
create index passages_document on passages (account_id, source, document, version);
create index passages_revision on passages (account_id, revision);

-- The vectors of a passage by a model, little-endian floats one after the other: of its question or its whole, then of its title.
create table passage_vectors (
  account_id bigint not null,
  passage_id bigint not null,
  model text not null,
  vectors bytea not null,
  primary key (account_id, passage_id, model),
  foreign key (account_id, passage_id) references passages on delete cascade
);

-- The accounts whose knowledge has been asked for; no other account's is gathered.
create table knowledge (
  account_id bigint primary key references accounts,
  asked_at timestamptz not null,
  gathered_at timestamptz,
  revision bigint not null default 0,
  -- tells the indexes of one database from those of another
  origin uuid not null default gen_random_uuid()
);

create index solution_texts_updated on solution_texts (account_id, updated_at);
