-- What opens the servers of a custom mailbox, sealed with the account's secret.
create table mailbox_passwords (
  account_id bigint not null,
  mailbox_id bigint not null,
  -- IN to fetch mail, OUT to send it
  direction text not null check (direction in ('IN', 'OUT')),
  value bytea not null,
  primary key (account_id, mailbox_id, direction),
  foreign key (account_id, mailbox_id) references mailboxes on delete cascade
);

-- Which ticket a mail belongs to: every Message-ID that was sent or received.
create table mail_messages (
  account_id bigint not null references accounts,
  -- without its brackets; see MessageIds
  message_id text not null,
  ticket_id bigint not null,
  -- the entry that the mail is; null where it is the ticket's description, or tells of something
  conversation_id bigint,
  direction text not null check (direction in ('IN', 'OUT')),
  created_at timestamptz not null,
  primary key (account_id, message_id),
  foreign key (account_id, ticket_id) references tickets on delete cascade
);
create index mail_messages_ticket on mail_messages (account_id, ticket_id, created_at);
