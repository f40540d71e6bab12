-- What was merged into a ticket, for its page.
create index tickets_merged on tickets (account_id, merged_into) where merged_into is not null;

alter table reply_drafts drop constraint reply_drafts_kind_check;
alter table reply_drafts add constraint reply_drafts_kind_check check (kind in ('reply', 'note', 'forward'));

-- Who has a ticket open: each page tells every few seconds. Nothing is lost when it is.
create unlogged table ticket_readers (
  account_id bigint not null,
  ticket_id bigint not null,
  agent_id bigint not null,
  seen_at timestamptz not null,
  written_at timestamptz,
  primary key (account_id, ticket_id, agent_id)
);
