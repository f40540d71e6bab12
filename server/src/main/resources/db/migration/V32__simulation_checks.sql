-- Questions with what must hold of the answers to them: looked at again whenever knowledge, settings or a model change.
create table simulation_checks (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  -- SimulationCheck
  expected jsonb not null,
  -- Null when a command saved it.
  created_by bigint,
  created_at timestamptz not null,
  primary key (account_id, id)
);
