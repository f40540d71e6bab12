-- What incoming messages say besides their words, and what was learnt from an account's own tickets to tell it.
create table insight_settings (
  account_id bigint primary key references accounts,
  enabled boolean not null,
  -- the languages that its customers write; empty for the account's own, English and Spanish
  languages text[] not null,
  updated_at timestamptz not null
);

-- A message that is to be read; due_at is put off while it is being read, so that one left by a node that died is due again.
create table insight_queue (
  account_id bigint not null,
  ticket_id bigint not null,
  -- 0 for the ticket's own text
  conversation_id bigint not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  primary key (account_id, ticket_id, conversation_id),
  foreign key (account_id, ticket_id) references tickets on delete cascade
);
create index insight_queue_due on insight_queue (account_id, due_at);

create table insights (
  account_id bigint not null,
  ticket_id bigint not null,
  conversation_id bigint not null,
  said_at timestamptz not null,
  read_at timestamptz not null,
  language text not null,
  sentiment text not null check (sentiment in ('negative', 'neutral', 'positive')),
  sentiment_confidence double precision not null,
  urgency text not null check (urgency in ('normal', 'high', 'critical')),
  asks_for_person boolean not null,
  automatic text check (automatic in ('auto_reply', 'bounce', 'spam')),
  topic text,
  -- all of it, as it is told
  reading jsonb not null,
  primary key (account_id, ticket_id, conversation_id),
  foreign key (account_id, ticket_id) references tickets on delete cascade
);
create index insights_said on insights (account_id, said_at);

-- What customers write about, named by the account: learnt from a description, some examples and tickets that agents have put there.
create table insight_topics (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  name text not null,
  description text not null,
  examples text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id)
);
create unique index insight_topics_name on insight_topics (account_id, lower(name));

create table insight_ticket_topics (
  account_id bigint not null,
  ticket_id bigint not null,
  topic_id bigint not null,
  agent_id bigint not null,
  at timestamptz not null,
  primary key (account_id, ticket_id),
  foreign key (account_id, ticket_id) references tickets on delete cascade,
  foreign key (account_id, topic_id) references insight_topics on delete cascade
);
create index insight_ticket_topics_topic on insight_ticket_topics (account_id, topic_id);

-- The vector of a ticket's text, in 8 bits a number.
create table ticket_vectors (
  account_id bigint not null,
  ticket_id bigint not null,
  language text not null,
  -- null where no model serves the language
  model text,
  vector bytea,
  made_at timestamptz not null,
  primary key (account_id, ticket_id),
  foreign key (account_id, ticket_id) references tickets on delete cascade
);
create index ticket_vectors_language on ticket_vectors (account_id, language, ticket_id);

-- A trained classifier; of a target and language the one in use, and some older ones to go back to.
create table insight_classifiers (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  -- topic, type, priority, group, or tag: and its name
  target text not null,
  language text not null,
  in_use boolean not null,
  -- the embedding model behind its vectors; null where words alone decide
  model text,
  quality jsonb not null,
  weights bytea not null,
  trained_at timestamptz not null,
  primary key (account_id, id)
);
create unique index insight_classifiers_in_use on insight_classifiers (account_id, target, language) where in_use;
create index insight_classifiers_target on insight_classifiers (account_id, target, language, id);

select follow_table('insight_settings', 'insight_settings', 'account_id');
select follow_table('insight_topics', 'insight_topic');
