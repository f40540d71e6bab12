-- Links by which agents choose a password, as they were mailed: used once, and gone after their time.
create table password_links (
  account_id bigint not null,
  -- SHA-256 of what the mail says
  token_hash bytea not null,
  agent_id bigint not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (account_id, token_hash),
  foreign key (account_id, agent_id) references agents on delete cascade
);
create index password_links_of_agent on password_links (account_id, agent_id);

-- The second factor of an agent's log-in: codes by time (RFC 6238).
create table second_factors (
  account_id bigint not null,
  agent_id bigint not null,
  sealed_secret bytea not null,
  -- null until a first code has shown that the agent has the secret
  confirmed_at timestamptz,
  -- the time step of the last code taken: none is taken twice
  last_step bigint not null default 0,
  failures integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null,
  primary key (account_id, agent_id),
  foreign key (account_id, agent_id) references agents on delete cascade
);

create table recovery_codes (
  account_id bigint not null,
  agent_id bigint not null,
  -- SHA-256
  hash bytea not null,
  primary key (account_id, agent_id, hash),
  foreign key (account_id, agent_id) references second_factors on delete cascade
);

-- Log-ins whose password was right and whose code is still to come.
create table login_challenges (
  account_id bigint not null,
  token_hash bytea not null,
  agent_id bigint not null,
  expires_at timestamptz not null,
  primary key (account_id, token_hash),
  foreign key (account_id, agent_id) references second_factors on delete cascade
);
create index login_challenges_of_agent on login_challenges (account_id, agent_id);
