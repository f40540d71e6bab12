create table solution_categories (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  visible_in_portals bigint[] not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id)
);

create table solution_folders (
  account_id bigint not null,
  id bigint not null default nextval('global_id'),
  category_id bigint not null,
  parent_folder_id bigint,
  visibility integer not null default 1,
  company_ids bigint[] not null default '{}',
  contact_segment_ids bigint[] not null default '{}',
  company_segment_ids bigint[] not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, category_id) references solution_categories on delete cascade,
  foreign key (account_id, parent_folder_id) references solution_folders on delete cascade
);
create index solution_folders_category on solution_folders (account_id, category_id);
create index solution_folders_parent on solution_folders (account_id, parent_folder_id);

create table solution_articles (
  account_id bigint not null,
  id bigint not null default nextval('global_id'),
  folder_id bigint not null,
  type integer not null default 1,
  tags text[] not null default '{}',
  thumbs_up integer not null default 0,
  thumbs_down integer not null default 0,
  hits integer not null default 0,
  suggested integer not null default 0,
  feedback_count integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, folder_id) references solution_folders on delete cascade
);
create index solution_articles_folder on solution_articles (account_id, folder_id);

-- The words of a category, folder or article in one language; the account's own is one among them.
create table solution_texts (
  account_id bigint not null,
  kind text not null check (kind in ('category', 'folder', 'article')),
  id bigint not null,
  language text not null,
  -- name of a category or folder, title of an article
  title text not null,
  description text not null default '',
  description_text text not null default '',
  -- of an article: 1 draft, 2 published
  status integer,
  agent_id bigint,
  seo_data jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, kind, id, language)
);
create index solution_texts_words on solution_texts
  using gin (to_tsvector('simple', title || ' ' || description_text)) where kind = 'article';

create table canned_response_folders (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  name text not null,
  -- the agent whose personal folder it is
  owner_id bigint,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id)
);
create unique index canned_response_folders_name on canned_response_folders (account_id, lower(name)) where owner_id is null;
create unique index canned_response_folders_owner on canned_response_folders (account_id, owner_id) where owner_id is not null;

create table canned_responses (
  account_id bigint not null,
  id bigint not null default nextval('global_id'),
  folder_id bigint not null,
  title text not null,
  content text not null,
  content_html text not null,
  visibility integer not null,
  group_ids bigint[] not null default '{}',
  owner_id bigint,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, folder_id) references canned_response_folders
);
create index canned_responses_folder on canned_responses (account_id, folder_id);

create table surveys (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  title text not null,
  active boolean not null,
  questions jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id)
);

create table satisfaction_ratings (
  account_id bigint not null,
  id bigint not null default nextval('global_id'),
  survey_id bigint not null,
  ticket_id bigint not null,
  user_id bigint not null,
  agent_id bigint,
  group_id bigint,
  feedback text,
  ratings jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, survey_id) references surveys,
  foreign key (account_id, ticket_id) references tickets on delete cascade
);
create index satisfaction_ratings_ticket on satisfaction_ratings (account_id, ticket_id);
create index satisfaction_ratings_created on satisfaction_ratings (account_id, created_at, id);
