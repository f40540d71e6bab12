-- Exports that run by themselves, again and again.
create table exports (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  name text not null,
  kind text not null check (kind in ('duckdb', 'parquet', 'csv', 'jsonl', 'postgresql')),
  -- of a PostgreSQL, with its password
  sealed_url bytea,
  resolved_only boolean not null,
  since timestamptz,
  redact boolean not null,
  every_minutes integer not null check (every_minutes between 5 and 44640),
  active boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- how it goes
  state text not null default 'WAITING' check (state in ('WAITING', 'RUNNING')),
  due_at timestamptz not null,
  last_started_at timestamptz,
  last_ended_at timestamptz,
  last_succeeded_at timestamptz,
  last_whole boolean,
  -- {"tickets": 12, …}, of the last run that succeeded
  last_rows jsonb,
  -- of the last run; null where it succeeded
  last_error text,
  primary key (account_id, id)
);
create unique index exports_name on exports (account_id, lower(name));
create index exports_due on exports (account_id, due_at) where active;
select follow_table('exports', 'export', 'id', null,
  '{sealed_url,state,due_at,last_started_at,last_ended_at,last_succeeded_at,last_whole,last_rows,last_error}');
