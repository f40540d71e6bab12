-- What Hilo may do by itself. An account without a row has it switched off.
create table ai_settings (
  account_id bigint primary key references accounts,
  -- the one switch for everything
  active boolean not null default false,
  -- what was said before that is left to people
  active_since timestamptz,
  -- in whose name notes and replies are written
  agent_id bigint,
  mode text not null default 'off' check (mode in ('off', 'insight', 'note', 'composer', 'delayed', 'reply')),
  gate double precision not null default 0.75,
  delay_seconds integer not null default 300,
  -- replies go out while the team works
  hours_only boolean not null default true,
  excluded_contacts bigint[] not null default '{}',
  excluded_tags text[] not null default '{}',
  excluded_words text[] not null default '{}',
  most_per_hour integer not null default 30,
  -- what a ticket gets that is handed to a person
  handover_tag text,
  handover_group_id bigint,
  -- [{"topic": "Refund", "mode": "reply", "gate": 0.9, "delay_seconds": 600}]
  topics jsonb not null default '[]',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  foreign key (account_id, agent_id) references agents on delete set null (agent_id),
  foreign key (account_id, handover_group_id) references groups on delete set null (handover_group_id)
);
select follow_table('ai_settings', 'ai_settings', 'account_id');

-- Events that ask for something to be done, each once.
create table ai_tasks (
  account_id bigint not null,
  event_id bigint not null,
  ticket_id bigint not null,
  kind text not null check (kind in ('MESSAGE', 'ASKED')),
  -- what a note asked for, and who wrote it
  words text,
  agent_id bigint,
  state text not null check (state in ('WAITING', 'RUNNING', 'DONE')),
  attempts integer not null default 0,
  -- when to try, or, while running, when to give the node up for dead
  due_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, event_id),
  foreign key (account_id, ticket_id) references tickets on delete cascade
);
create index ai_tasks_due on ai_tasks (account_id, due_at) where state <> 'DONE';
create index ai_tasks_ended on ai_tasks (account_id, updated_at) where state = 'DONE';

-- What was done by itself, with the reasons; an event of the ticket's timeline.
create table ai_actions (
  account_id bigint not null,
  id bigint not null default nextval('global_id'),
  ticket_id bigint not null,
  event_id bigint not null,
  did text not null check (did in ('NOTHING', 'NOTE', 'COMPOSER', 'REPLY', 'HANDOVER', 'SUMMARY')),
  state text not null check (state in ('DONE', 'WAITING', 'STOPPED', 'UNDONE')),
  mode text not null,
  confidence double precision,
  draft_id bigint,
  conversation_id bigint,
  -- of the ticket before: tags and group
  before jsonb,
  -- what was read, what was decided, how sure, by which version
  card jsonb not null,
  cost numeric(14, 6) not null default 0,
  due_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, event_id),
  foreign key (account_id, ticket_id) references tickets on delete cascade
);
create index ai_actions_of_ticket on ai_actions (account_id, ticket_id, id);
create index ai_actions_waiting on ai_actions (account_id, due_at) where state = 'WAITING';
create index ai_actions_recent on ai_actions (account_id, created_at) where did <> 'NOTHING';
select follow_table('ai_actions', 'ai_action', 'id', 'ticket_id');
