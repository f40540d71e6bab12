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
