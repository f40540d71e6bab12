create table tickets (
  account_id bigint not null references accounts,
  id bigint not null,
  subject text,
  description text not null default '',
  description_text text not null default '',
  structured_description jsonb,
  status integer not null,
  priority integer not null,
  source integer not null,
  type text,
  requester_id bigint not null,
  responder_id bigint,
  group_id bigint,
  product_id bigint,
  company_id bigint,
  email_config_id bigint,
  internal_agent_id bigint,
  internal_group_id bigint,
  cc_emails text[] not null default '{}',
  fwd_emails text[] not null default '{}',
  reply_cc_emails text[] not null default '{}',
  ticket_cc_emails text[] not null default '{}',
  ticket_bcc_emails text[] not null default '{}',
  to_emails text[],
  support_email text,
  tags text[] not null default '{}',
  custom_fields jsonb not null default '{}',
  source_info bigint,
  source_additional_info jsonb,
  form_id bigint,
  spam boolean not null default false,
  deleted boolean not null default false,
  archived boolean not null default false,
  merged_into bigint,
  -- 1 parent, 2 child, 3 tracker, 4 related; prime_id is the parent of a child or the tracker of a related ticket
  association_type integer,
  prime_id bigint,
  due_by timestamptz,
  fr_due_by timestamptz,
  nr_due_by timestamptz,
  -- true once a person has set the due times: the SLA engine then leaves them alone
  due_by_manual boolean not null default false,
  is_escalated boolean not null default false,
  fr_escalated boolean not null default false,
  nr_escalated boolean not null default false,
  sla_policy_id bigint,
  -- since when the SLA clock stands still, and for how long it did before, as the policy counts time
  sla_paused_at timestamptz,
  sla_paused_seconds bigint not null default 0,
  agent_responded_at timestamptz,
  requester_responded_at timestamptz,
  first_responded_at timestamptz,
  status_updated_at timestamptz,
  reopened_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  pending_since timestamptz,
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, requester_id) references contacts,
  foreign key (account_id, responder_id) references agents on delete set null (responder_id),
  foreign key (account_id, group_id) references groups on delete set null (group_id),
  foreign key (account_id, product_id) references products on delete set null (product_id),
  foreign key (account_id, company_id) references companies on delete set null (company_id),
  foreign key (account_id, email_config_id) references mailboxes on delete set null (email_config_id)
);
create index tickets_created on tickets (account_id, created_at, id);
create index tickets_updated on tickets (account_id, updated_at, id);
create index tickets_requester on tickets (account_id, requester_id);
create index tickets_responder on tickets (account_id, responder_id);
create index tickets_group on tickets (account_id, group_id);
create index tickets_company on tickets (account_id, company_id);
create index tickets_status on tickets (account_id, status, created_at);
create index tickets_tags on tickets using gin (tags);
create index tickets_prime on tickets (account_id, prime_id) where prime_id is not null;
create index tickets_due on tickets (account_id, due_by) where status not in (4, 5) and not is_escalated;
create index tickets_first_due on tickets (account_id, fr_due_by) where first_responded_at is null and not fr_escalated;

create table conversations (
  account_id bigint not null,
  id bigint not null default nextval('global_id'),
  ticket_id bigint not null,
  user_id bigint,
  body text not null,
  body_text text not null,
  structured_body jsonb,
  incoming boolean not null default false,
  private boolean not null default false,
  source integer not null,
  category integer not null,
  support_email text,
  from_email text,
  to_emails text[],
  cc_emails text[],
  bcc_emails text[],
  email_config_id bigint,
  email_failure_count integer,
  source_additional_info jsonb,
  automation_id bigint,
  automation_type_id bigint,
  auto_response boolean not null default false,
  has_quoted_text boolean not null default false,
  has_attachments boolean not null default false,
  deleted boolean not null default false,
  last_edited_at timestamptz,
  last_edited_user_id bigint,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, ticket_id) references tickets on delete cascade
);
create index conversations_of_ticket on conversations (account_id, ticket_id, created_at, id) where not deleted;

-- What an account signs with; every node reads the same.
create table secrets (
  account_id bigint primary key references accounts,
  value bytea not null,
  created_at timestamptz not null
);

-- An attached file.
create table attachments (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  owner_kind text not null
    check (owner_kind in ('TICKET', 'CONVERSATION', 'SUMMARY', 'CONTACT', 'ARTICLE', 'CANNED_RESPONSE', 'EXPORT', 'IMPORT')),
  owner_id bigint not null,
  -- the ticket whose 20 MB the file counts towards
  ticket_id bigint,
  -- the key of the bytes in the store
  blob text not null,
  name text not null,
  content_type text not null,
  size bigint not null,
  sha256 bytea not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id)
);
create index attachments_owner on attachments (account_id, owner_kind, owner_id);
create index attachments_ticket on attachments (account_id, ticket_id) where ticket_id is not null;
-- files that are forwarded share their bytes
create index attachments_blob on attachments (account_id, blob);

-- The background work that the API started and that GET /jobs/{id} reports.
create table jobs (
  account_id bigint not null references accounts,
  id uuid not null,
  kind text not null,
  status text not null check (status in ('IN PROGRESS', 'COMPLETED', 'FAILED')),
  agent_id bigint not null,
  request jsonb not null,
  -- what has been saved so far while it runs, its result afterwards
  result jsonb,
  progress integer not null default 0,
  attempts integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  status_updated_at timestamptz not null,
  primary key (account_id, id)
);
create index jobs_status on jobs (account_id, status, status_updated_at);

-- db-scheduler's own table, with its recommended columns and indexes.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- Agents outside of a ticket's scope who may see it all the same.
create table ticket_accesses (
  account_id bigint not null,
  ticket_id bigint not null,
  agent_id bigint not null,
  primary key (account_id, ticket_id, agent_id),
  foreign key (account_id, ticket_id) references tickets on delete cascade,
  foreign key (account_id, agent_id) references agents on delete cascade
);

create table ticket_watchers (
  account_id bigint not null,
  ticket_id bigint not null,
  agent_id bigint not null,
  primary key (account_id, ticket_id, agent_id),
  foreign key (account_id, ticket_id) references tickets on delete cascade,
  foreign key (account_id, agent_id) references agents on delete cascade
);
create index ticket_watchers_agent on ticket_watchers (account_id, agent_id);
