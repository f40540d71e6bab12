-- Time that an agent has spent on a ticket; while the timer runs, what passes since start_time is not in time_spent yet.
create table time_entries (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  ticket_id bigint not null,
  agent_id bigint not null,
  billable boolean not null,
  note text,
  start_time timestamptz not null,
  -- seconds
  time_spent bigint not null,
  timer_running boolean not null,
  executed_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id),
  -- The agent may be gone for good; the time was spent all the same.
  foreign key (account_id, ticket_id) references tickets on delete cascade
);
create index time_entries_ticket on time_entries (account_id, ticket_id);
create index time_entries_executed on time_entries (account_id, executed_at, id);
create index time_entries_agent on time_entries (account_id, agent_id, executed_at);
create unique index time_entries_running on time_entries (account_id, agent_id) where timer_running;
