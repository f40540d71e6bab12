-- CSV files of contacts or companies that were asked for.
create table people_exports (
  account_id bigint not null references accounts,
  -- 40 hexadecimal digits
  id text not null,
  resource text not null check (resource in ('CONTACT', 'COMPANY')),
  -- the owner of the file
  file_id bigint not null default nextval('global_id'),
  fields jsonb not null,
  job_id uuid not null,
  created_at timestamptz not null,
  primary key (account_id, id)
);
create index people_exports_job on people_exports (account_id, job_id);
create index people_exports_created on people_exports (account_id, created_at);

-- CSV files of contacts or companies that were sent.
create table people_imports (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  resource text not null check (resource in ('CONTACT', 'COMPANY')),
  -- the number of the column, from 0, by the field's name
  columns jsonb not null,
  status text not null check (status in ('in_progress', 'completed', 'cancelled')),
  total integer not null,
  -- rows that are done, those that failed included
  completed integer not null default 0,
  failed integer not null default 0,
  -- the owner of the report on what failed
  report_id bigint,
  job_id uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id)
);
create index people_imports_job on people_imports (account_id, job_id);
create index people_imports_created on people_imports (account_id, resource, created_at);

create table people_import_failures (
  account_id bigint not null,
  import_id bigint not null,
  row integer not null,
  cells text[] not null,
  reason text not null,
  primary key (account_id, import_id, row),
  foreign key (account_id, import_id) references people_imports on delete cascade
);
