-- Every mail that came in, once: what makes a mail the same mail, and what became of it.
create table received_mails (
  account_id bigint not null references accounts,
  -- "id:" and the Message-ID, or "sha256:" and a hash of what it says where it has none
  identity text not null,
  mailbox_id bigint,
  from_email text not null,
  automatic boolean not null,
  ticket_id bigint,
  -- the entry that it became; null where it became the ticket's description
  conversation_id bigint,
  received_at timestamptz not null,
  primary key (account_id, identity)
);
create index received_mails_sender on received_mails (account_id, from_email, received_at);

-- What an entry quoted of the mails before it, as HTML; the entry itself goes without.
create table quoted_texts (
  account_id bigint not null,
  conversation_id bigint not null,
  ticket_id bigint not null,
  body text not null,
  primary key (account_id, conversation_id),
  foreign key (account_id, ticket_id) references tickets on delete cascade
);
create index quoted_texts_ticket on quoted_texts (account_id, ticket_id);

-- Mail that did not become a ticket or an entry, as it came, with the reason.
create table mail_quarantine (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  mailbox_id bigint,
  reason text not null,
  detail text,
  from_email text,
  subject text,
  sha256 bytea not null,
  size bigint not null,
  raw bytea not null,
  attempts integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id)
);
create unique index mail_quarantine_content on mail_quarantine (account_id, sha256);

-- How far the mail of a mailbox has been fetched, and which node is at it.
create table imap_positions (
  account_id bigint not null,
  mailbox_id bigint not null,
  -- the server and the user whose INBOX the numbers are about
  source text not null,
  uid_validity bigint,
  last_uid bigint not null default 0,
  node text,
  leased_until timestamptz,
  fetched_at timestamptz,
  last_error text,
  primary key (account_id, mailbox_id),
  foreign key (account_id, mailbox_id) references mailboxes on delete cascade
);
