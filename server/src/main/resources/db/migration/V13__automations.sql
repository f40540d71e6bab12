-- Rules that act on tickets by themselves: when one is created (1), with time (3), when one changes (4).
create table automation_rules (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  type integer not null check (type in (1, 3, 4)),
  name text not null,
  description text,
  -- from 1, without gaps, in each type
  position integer not null,
  active boolean not null default true,
  -- how two sets of conditions go together; null where there is one
  operator text check (operator in ('condition_set_1 and condition_set_2', 'condition_set_1 or condition_set_2')),
  performer jsonb,
  events jsonb,
  conditions jsonb not null,
  actions jsonb not null,
  -- what the calls of the actions log in with, by the action's place; never told by the history
  credentials jsonb not null default '{}',
  last_updated_by bigint,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id)
);
create index automation_rules_order on automation_rules (account_id, type, position, id);

create table automation_settings (
  account_id bigint primary key references accounts,
  -- whether a new ticket meets the first rule that fits or all that do
  creation_rules text not null default 'first' check (creation_rules in ('first', 'all')),
  updated_at timestamptz not null
);

-- What a rule did to a ticket and why. Every rule that fits leaves one, whatever came of it.
create table automation_runs (
  account_id bigint not null,
  id bigint not null default nextval('global_id'),
  rule_id bigint not null,
  rule_name text not null,
  rule_type integer not null,
  ticket_id bigint not null,
  -- the event of the log that it answers; null for a rule of time
  event_id bigint,
  -- how many rules in a row led here
  depth integer not null default 0,
  outcome text not null check (outcome in ('DONE', 'PARTLY', 'REFUSED', 'STOPPED')),
  reasons jsonb not null,
  actions jsonb not null,
  created_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, ticket_id) references tickets on delete cascade
);
create unique index automation_runs_once on automation_runs (account_id, event_id, rule_id) where event_id is not null;
create index automation_runs_of_ticket on automation_runs (account_id, ticket_id, created_at, id);
create index automation_runs_of_rule on automation_runs (account_id, rule_id, created_at, id);

-- The state in which a rule of time has last acted on a ticket: it waits until that changes.
create table automation_marks (
  account_id bigint not null,
  rule_id bigint not null,
  ticket_id bigint not null,
  ticket_updated_at timestamptz not null,
  primary key (account_id, rule_id, ticket_id),
  foreign key (account_id, rule_id) references automation_rules on delete cascade,
  foreign key (account_id, ticket_id) references tickets on delete cascade
);
create index automation_marks_ticket on automation_marks (account_id, ticket_id);

-- One-off calls that rules want made, in their order, for whoever sends them.
create table automation_calls (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  rule_id bigint not null,
  ticket_id bigint not null,
  method text not null,
  url text not null,
  headers jsonb not null,
  body text,
  state text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'FAILED')),
  attempts integer not null default 0,
  -- of the last answer
  status integer,
  reason text,
  due_at timestamptz not null,
  created_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, ticket_id) references tickets on delete cascade
);
create index automation_calls_due on automation_calls (account_id, due_at, id) where state = 'WAITING';
create index automation_calls_ticket on automation_calls (account_id, ticket_id);

select follow_table('automation_rules', 'automation_rule', 'id', null, '{credentials}');
select follow_table('automation_settings', 'automation_settings', 'account_id');
select follow_table('automation_runs', 'automation_run', 'id', 'ticket_id');
