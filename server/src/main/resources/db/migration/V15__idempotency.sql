-- What a POST with an Idempotency-Key was answered, for a day; written in the transaction of the work itself.
create table idempotency_keys (
  account_id bigint not null references accounts,
  agent_id bigint not null,
  key text not null,
  -- SHA-256 of what was asked: path, query and body
  request bytea not null,
  status integer not null,
  -- name and value by turns, in the order of the answer
  headers text[] not null,
  body bytea not null,
  created_at timestamptz not null,
  primary key (account_id, agent_id, key)
);
create index idempotency_keys_created on idempotency_keys (account_id, created_at);
