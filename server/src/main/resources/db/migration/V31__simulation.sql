-- A run of the agent over past tickets: what was asked for, and how far it is.
create table simulations (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  -- Null when a command began it.
  created_by bigint,
  name text not null,
  -- What tickets, with which gate and seed: SimulationPlan.
  plan jsonb not null,
  state text not null check (state in ('RUNNING', 'DONE', 'CANCELLED')),
  tickets int not null,
  -- Of the language model, in the money of its settings.
  cost double precision not null default 0,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (account_id, id)
);

-- One past ticket of a run: what was decided on it then, what a judge holds of that, and what people do.
create table simulation_cases (
  account_id bigint not null,
  simulation_id bigint not null,
  -- In an order drawn by the seed: the first so many are a random sample.
  number int not null,
  ticket_id bigint not null,
  -- Nothing younger was known: the customer's last message before the first answer.
  as_of timestamptz,
  -- Null until it has been replayed.
  replayed jsonb,
  mark text check (mark in ('GOOD', 'ACCEPTABLE', 'WRONG', 'HARMFUL')),
  knowledge_existed boolean,
  reason text,
  marked_by bigint,
  marked_at timestamptz,
  primary key (account_id, simulation_id, number),
  unique (account_id, simulation_id, ticket_id),
  foreign key (account_id, simulation_id) references simulations (account_id, id) on delete cascade
);
