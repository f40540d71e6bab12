create unique index mailboxes_primary on mailboxes (account_id) where is_primary and product_id is null;
create index mailboxes_group on mailboxes (account_id, group_id) where group_id is not null;
create index mailboxes_product on mailboxes (account_id, product_id) where product_id is not null;

create unique index products_name on products (account_id, lower(name));

-- How mail is treated, where it is not as founded.
create table email_settings (
  account_id bigint primary key references accounts,
  -- {"personalized_email_replies": false, …}; an absent key stands for its default
  toggles jsonb not null default '{}',
  -- who gets a blind copy of everything that is sent
  bcc_emails text[] not null default '{}'
);

create table sla_policies (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  name text not null,
  description text,
  active boolean not null default true,
  is_default boolean not null default false,
  -- the first policy that fits a ticket counts; default ones come after all others
  position integer not null,
  -- {"priority_4": {"respond_within": 900, …}, …} in seconds
  targets jsonb not null,
  -- {"sources": [1, 2]}: what must fit; {} fits every ticket
  applicable_to jsonb not null,
  escalation jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id)
);
