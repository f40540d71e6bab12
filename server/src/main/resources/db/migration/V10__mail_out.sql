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
  -- false for what the requester has never seen, such as a forward or a note told to agents
  is_public boolean not null default true,
  created_at timestamptz not null,
  primary key (account_id, message_id),
  foreign key (account_id, ticket_id) references tickets on delete cascade
);
create index mail_messages_ticket on mail_messages (account_id, ticket_id, created_at);

-- Mail that is to be sent, and that was; written in the transaction of what it tells of.
create table outbox (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  ticket_id bigint not null,
  -- the entry that the mail is, or tells of; null where it tells of the ticket itself
  conversation_id bigint,
  kind text not null
    check (kind in ('REPLY', 'FORWARD', 'REPLY_TO_FORWARD', 'NOTE', 'OUTBOUND', 'NOTIFICATION')),
  -- without its brackets; every attempt has the same
  message_id text not null,
  mailbox_id bigint,
  from_email text not null,
  to_emails text[] not null,
  cc_emails text[] not null,
  -- where they are not those of the entry and its ticket
  subject text,
  body text,
  -- a forward brings the conversation so far, and the ticket's files
  with_history boolean not null default false,
  with_files boolean not null default false,
  state text not null
    check (state in ('WAITING_FOR_SERVER', 'QUEUED', 'SENDING', 'SENT', 'FAILED', 'PARKED', 'CANCELLED')),
  attempts integer not null default 0,
  -- an attempt ended without our knowing how: some may have got the mail twice
  doubtful boolean not null default false,
  due_at timestamptz not null,
  last_error text,
  sent_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, ticket_id) references tickets on delete cascade,
  foreign key (account_id, mailbox_id) references mailboxes on delete set null (mailbox_id)
);
create index outbox_due on outbox (account_id, due_at, id) where state in ('QUEUED', 'FAILED');
create index outbox_unfinished on outbox (account_id, state) where state in ('SENDING', 'WAITING_FOR_SERVER');
create index outbox_message on outbox (account_id, message_id);
create index outbox_ticket on outbox (account_id, ticket_id, id);
create index outbox_conversation on outbox (account_id, conversation_id) where conversation_id is not null;
create index outbox_mailbox on outbox (account_id, mailbox_id) where mailbox_id is not null;

-- Whom a mail goes to: those that took it are never sent it again.
create table outbox_recipients (
  account_id bigint not null,
  mail_id bigint not null,
  address text not null check (address = lower(address)),
  kind text not null check (kind in ('TO', 'CC', 'BCC')),
  state text not null default 'PENDING' check (state in ('PENDING', 'ACCEPTED', 'REFUSED')),
  -- what the server answered last
  code integer,
  answer text,
  primary key (account_id, mail_id, address),
  foreign key (account_id, mail_id) references outbox on delete cascade
);

-- [{"email": "bea@acme.test", "code": 550, "reason": "No such user"}], and those that are still to be reached.
alter table conversations add column outgoing_failures jsonb;
alter table conversations add column pending_emails text[];
select follow_table('conversations', 'conversation', 'id', 'ticket_id');

-- The history tells what is to be sent and what came of it, not each attempt: that is why follow_table does not serve.
create trigger append_event after insert
  or update of ticket_id, conversation_id, kind, message_id, mailbox_id, from_email, to_emails, cc_emails, subject, state,
    last_error, sent_at on outbox
  for each row when (new.state <> 'SENDING')
  execute function append_event('mail', 'id', 'ticket_id',
    '{account_id, updated_at, body, with_history, with_files, attempts, doubtful, due_at}');
create trigger append_removal after delete on outbox
  for each row execute function append_event('mail', 'id', 'ticket_id',
    '{account_id, updated_at, body, with_history, with_files, attempts, doubtful, due_at}');

create index outbox_recipients_address on outbox_recipients (account_id, address);

-- What mail of a kind says, where an account has put it otherwise than Hilo does.
create table notification_templates (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  occasion text not null,
  language text not null,
  subject text not null,
  body text not null,
  active boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id)
);
create unique index notification_templates_occasion on notification_templates (account_id, occasion, language);
select follow_table('notification_templates', 'notification_template');
