-- The fields of tickets, contacts and companies, the account's own and those that come with it.
create table fields (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  resource text not null check (resource in ('ticket', 'contact', 'company')),
  name text not null,
  label text not null,
  label_for_customers text not null,
  description text,
  type text not null,
  is_default boolean not null default false,
  position integer not null,
  required_for_closure boolean not null default false,
  required_for_agents boolean not null default false,
  required_for_customers boolean not null default false,
  customers_can_edit boolean not null default false,
  customers_can_filter boolean not null default false,
  displayed_to_customers boolean not null default false,
  editable_in_signup boolean not null default false,
  -- [{"id", "label", "value", "position", "choices": […]}]; of statuses also their customer label and SLA timer
  choices jsonb not null default '[]',
  -- [{"id", "name", "label", "label_for_customers", "level"}] of a nested field
  dependent_fields jsonb not null default '[]',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id)
);
create unique index fields_name on fields (account_id, resource, name);

-- Fields that are asked for only when a choice of another one is picked.
create table field_sections (
  account_id bigint not null,
  id bigint not null default nextval('global_id'),
  field_id bigint not null,
  label text not null,
  choice_ids bigint[] not null,
  ticket_field_ids bigint[] not null default '{}',
  created_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, field_id) references fields on delete cascade
);
create index field_sections_field on field_sections (account_id, field_id);
