-- Every table belongs to an account: account_id leads each key, so that no statement crosses accounts
-- and PostgreSQL can be distributed by it.

create sequence global_id start 103000000001;

create table accounts (
  account_id bigint primary key default nextval('global_id'),
  subdomain text not null unique check (subdomain ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  name text not null,
  plan text not null default 'enterprise',
  time_zone text not null default 'UTC',
  language text not null default 'en',
  supported_languages text[] not null default '{}',
  portal_languages text[] not null default '{}',
  created_at timestamptz not null
);

-- Ticket ids are small numbers of the account's own, without gaps.
create table ticket_counters (
  account_id bigint primary key references accounts,
  last_id bigint not null default 0
);

create table companies (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  name text not null,
  description text,
  note text,
  domains text[] not null default '{}',
  health_score text,
  account_tier text,
  renewal_date date,
  industry text,
  custom_fields jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id)
);
create unique index companies_name on companies (account_id, lower(name));
create index companies_order on companies (account_id, name collate "C", id);
create index companies_updated on companies (account_id, updated_at);

create table company_domains (
  account_id bigint not null,
  domain text not null,
  company_id bigint not null,
  primary key (account_id, domain),
  foreign key (account_id, company_id) references companies on delete cascade
);
create index company_domains_company on company_domains (account_id, company_id);

-- Everyone who writes: customers and agents share one set of ids, as on Freshdesk.
create table contacts (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  name text not null,
  email text check (email = lower(email)),
  phone text,
  mobile text,
  address text,
  description text,
  job_title text,
  language text,
  time_zone text,
  twitter_id text,
  facebook_id text,
  unique_external_id text,
  company_id bigint,
  view_all_tickets boolean,
  active boolean not null default false,
  deleted boolean not null default false,
  blocked boolean not null default false,
  tags text[] not null default '{}',
  social_handler jsonb not null default '[]',
  other_phone_numbers text[] not null default '{}',
  custom_fields jsonb not null default '{}',
  contact_type text not null default 'contact',
  preferred_source text,
  csat_rating integer,
  visitor_id uuid not null default gen_random_uuid(),
  merged_into bigint,
  first_seen timestamptz,
  last_seen timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, company_id) references companies on delete set null (company_id)
);
create unique index contacts_email on contacts (account_id, email) where email is not null;
create unique index contacts_twitter on contacts (account_id, twitter_id) where twitter_id is not null;
create unique index contacts_external on contacts (account_id, unique_external_id) where unique_external_id is not null;
create index contacts_name on contacts (account_id, lower(name), id);
-- In the order of the list: by first name, which is all but the last word.
create index contacts_order on contacts
  (account_id, lower(coalesce(substring(name from '^(.*\S)\s+\S+$'), name)) collate "C", id);
create index contacts_merged on contacts (account_id, merged_into) where merged_into is not null;
create index contacts_phone on contacts (account_id, phone) where phone is not null;
create index contacts_mobile on contacts (account_id, mobile) where mobile is not null;
create index contacts_company on contacts (account_id, company_id) where company_id is not null;
create index contacts_domain on contacts (account_id, split_part(email, '@', 2)) where company_id is null;
create index contacts_updated on contacts (account_id, updated_at);

create table contact_emails (
  account_id bigint not null,
  email text not null check (email = lower(email)),
  contact_id bigint not null,
  position integer not null default 0,
  primary key (account_id, email),
  foreign key (account_id, contact_id) references contacts on delete cascade
);
create index contact_emails_contact on contact_emails (account_id, contact_id);

create table contact_companies (
  account_id bigint not null,
  contact_id bigint not null,
  company_id bigint not null,
  view_all_tickets boolean not null default false,
  primary key (account_id, contact_id, company_id),
  foreign key (account_id, contact_id) references contacts on delete cascade,
  foreign key (account_id, company_id) references companies on delete cascade
);
create index contact_companies_company on contact_companies (account_id, company_id);

create table roles (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  name text not null,
  description text not null default '',
  is_default boolean not null default false,
  agent_type integer not null default 1,
  privileges text[] not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id)
);
create unique index roles_name on roles (account_id, lower(name));

-- An agent is a contact with a log-in; deleting the row makes the person a contact again.
create table agents (
  account_id bigint not null,
  id bigint not null,
  ticket_scope integer not null default 1 check (ticket_scope between 1 and 3),
  occasional boolean not null default false,
  type text not null default 'support_agent',
  signature text,
  contribution_group_ids bigint[] not null default '{}',
  available boolean not null default false,
  available_since timestamptz,
  availability_updated_at timestamptz,
  availability_control text not null default 'agent_controlled',
  assignment_limit integer not null default 10,
  focus_mode boolean not null default true,
  deactivated boolean not null default false,
  -- set when the first key is made
  api_key_enabled boolean not null default false,
  password_hash text,
  last_login_at timestamptz,
  last_active_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, id) references contacts
);

create table agent_roles (
  account_id bigint not null,
  agent_id bigint not null,
  role_id bigint not null,
  primary key (account_id, agent_id, role_id),
  foreign key (account_id, agent_id) references agents on delete cascade,
  foreign key (account_id, role_id) references roles
);

create table api_keys (
  account_id bigint not null,
  id bigint not null default nextval('global_id'),
  agent_id bigint not null,
  name text not null,
  -- SHA-256 of the key; a key is 160 random bits, so a slow hash would add nothing.
  hash bytea not null,
  hint text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (account_id, id),
  foreign key (account_id, agent_id) references agents on delete cascade
);
create unique index api_keys_hash on api_keys (account_id, hash);

create table business_hours (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  name text not null,
  description text,
  is_default boolean not null default false,
  time_zone text not null default 'UTC',
  -- {"monday": [{"start_time": "08:00", "end_time": "17:00"}], …}; a day off is an absent key.
  hours jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id)
);

create unique index business_hours_default on business_hours (account_id) where is_default;

create table groups (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  name text not null,
  description text,
  escalate_to bigint,
  unassigned_for text,
  business_hour_id bigint,
  group_type text not null default 'support_agent_group',
  auto_ticket_assign integer not null default 0,
  capping_limit integer,
  allow_agents_to_change_availability boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, escalate_to) references agents on delete set null (escalate_to),
  foreign key (account_id, business_hour_id) references business_hours on delete set null (business_hour_id)
);
create unique index groups_name on groups (account_id, lower(name));

create table group_agents (
  account_id bigint not null,
  group_id bigint not null,
  agent_id bigint not null,
  primary key (account_id, group_id, agent_id),
  foreign key (account_id, group_id) references groups on delete cascade,
  foreign key (account_id, agent_id) references agents on delete cascade
);
create index group_agents_agent on group_agents (account_id, agent_id);

create table products (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  name text not null,
  description text,
  is_default boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id)
);

-- A support address of the account (Freshdesk: email config, mailbox).
create table mailboxes (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  name text not null,
  support_email text not null check (support_email = lower(support_email)),
  forward_email text,
  group_id bigint,
  product_id bigint,
  is_primary boolean not null default false,
  active boolean not null default true,
  mailbox_type text not null default 'freshdesk_mailbox',
  -- servers of a custom mailbox, without their passwords
  custom_mailbox jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, group_id) references groups on delete set null (group_id),
  foreign key (account_id, product_id) references products on delete set null (product_id)
);
create unique index mailboxes_support_email on mailboxes (account_id, support_email);
