-- What agents have written down of a ticket, one text per ticket.
create table ticket_summaries (
  account_id bigint not null,
  id bigint not null default nextval('global_id'),
  ticket_id bigint not null,
  user_id bigint not null,
  body text not null,
  body_text text not null,
  last_edited_at timestamptz,
  last_edited_user_id bigint,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, ticket_id) references tickets on delete cascade
);
create unique index ticket_summaries_ticket on ticket_summaries (account_id, ticket_id);

-- What the upkeep looks for.
create index tickets_to_archive on tickets (account_id, updated_at)
  where status = 5 and not archived and not deleted and not spam;
create index tickets_in_trash on tickets (account_id, deleted_at) where deleted;
create index tickets_next_due on tickets (account_id, nr_due_by) where nr_due_by is not null and not nr_escalated;
