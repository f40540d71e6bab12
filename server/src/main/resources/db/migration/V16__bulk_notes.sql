-- One note or reply for all the tickets that a query finds: shown beforehand, written by a job, told ticket by ticket.
create table bulk_notes (
  account_id bigint not null references accounts,
  id bigint not null default nextval('global_id'),
  agent_id bigint not null,
  query text not null,
  kind text not null check (kind in ('note', 'reply')),
  body text not null,
  private boolean not null,
  status text not null check (status in ('preview', 'running', 'done', 'undoing', 'undone')),
  tickets integer not null,
  -- the job that writes it, or the one that takes it back
  job_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id)
);
create index bulk_notes_updated on bulk_notes (account_id, updated_at);

-- What becomes of it on each ticket; one row is one step of the job and is locked while the step is done.
create table bulk_note_tickets (
  account_id bigint not null,
  bulk_note_id bigint not null,
  ticket_id bigint not null,
  outcome text not null default 'pending'
    check (outcome in ('pending', 'written', 'skipped', 'refused', 'undone', 'kept')),
  reason text,
  conversation_id bigint,
  at timestamptz,
  primary key (account_id, bulk_note_id, ticket_id),
  foreign key (account_id, bulk_note_id) references bulk_notes on delete cascade
);
create index bulk_note_tickets_outcome on bulk_note_tickets (account_id, bulk_note_id, outcome, ticket_id);
