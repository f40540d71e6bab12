-- The language model of an account, where it has one.
create table language_models (
  account_id bigint primary key references accounts,
  provider text not null check (provider in ('openai', 'anthropic', 'ollama')),
  address text not null,
  model text not null,
  sealed_key bytea,
  -- whether the endpoint can be asked for JSON
  json_mode boolean not null default true,
  timeout_seconds integer not null,
  most_tokens integer not null,
  -- for a million tokens, in whatever currency the cap is in
  price_in numeric(12, 4) not null default 0,
  price_out numeric(12, 4) not null default 0,
  cap_per_day numeric(12, 4),
  active boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
select follow_table('language_models', 'language_model', 'account_id', null, '{sealed_key}');

-- What a day's calls have cost; a call's estimate is taken before it, and the difference given back after it.
create table language_model_days (
  account_id bigint not null references accounts,
  day date not null,
  calls integer not null default 0,
  failures integer not null default 0,
  tokens_in bigint not null default 0,
  tokens_out bigint not null default 0,
  spent numeric(14, 6) not null default 0,
  primary key (account_id, day)
);

-- How the team writes, per language: as measured from its replies, and what people changed of that.
create table voices (
  account_id bigint not null references accounts,
  language text not null,
  replies integer not null,
  measured jsonb not null,
  edited jsonb not null default '{}',
  measured_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, language)
);
select follow_table('voices', 'voice', 'account_id', null, '{measured_at}');

-- An answer that was put before an agent, and what became of it.
create table drafts (
  account_id bigint not null,
  id bigint not null default nextval('global_id'),
  ticket_id bigint not null,
  kind text not null check (kind in ('SELECTED', 'WRITTEN', 'UNKNOWN', 'PERSON')),
  state text not null check (state in ('OFFERED', 'ACCEPTED', 'EDITED', 'REFUSED', 'WITHDRAWN')),
  -- the agent who asked; null when nobody did
  agent_id bigint,
  language text not null,
  confidence double precision not null,
  gate double precision not null,
  version text not null,
  decision jsonb not null,
  -- why it was refused
  reason text,
  -- what was sent instead, and in what it differs
  sent text,
  difference jsonb,
  conversation_id bigint,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, ticket_id) references tickets on delete cascade
);
create index drafts_of_ticket on drafts (account_id, ticket_id, id);
select follow_table('drafts', 'draft', 'id', 'ticket_id', '{decision,reason,sent,difference}');

-- Whether a passage helped.
create table passage_marks (
  account_id bigint not null,
  draft_id bigint not null,
  passage text not null,
  helpful boolean not null,
  agent_id bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, draft_id, passage),
  foreign key (account_id, draft_id) references drafts on delete cascade
);
