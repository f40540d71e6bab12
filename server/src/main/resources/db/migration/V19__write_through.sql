-- What was written here and is to be written in the account that is mirrored, in order.
create table outgoing (
  account_id bigint not null references links on delete cascade,
  id bigint not null default nextval('global_id'),
  ticket_id bigint not null,
  kind text not null check (kind in ('REPLY', 'NOTE', 'EDIT', 'REMOVAL', 'CHANGE', 'DELETION', 'RESTORATION')),
  -- the entry here, of replies, notes, edits and removals
  conversation_id bigint,
  -- the fields of a change, and what they were here before
  fields jsonb,
  before jsonb,
  state text not null default 'WAITING'
    check (state in ('WAITING', 'SENDING', 'DONE', 'REFUSED', 'OVERRULED', 'CANCELLED')),
  -- entries there that looked the same before it was first sent
  twins bigint[] not null default '{}',
  -- what it became there
  remote_id bigint,
  attempts integer not null default 0,
  due_at timestamptz not null,
  trouble text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id)
);
create index outgoing_open on outgoing (account_id, id) where state in ('WAITING', 'SENDING');
create index outgoing_conversation on outgoing (account_id, conversation_id);
create index outgoing_ticket on outgoing (account_id, ticket_id);

select follow_table('outgoing', 'outgoing', 'id', 'ticket_id', '{attempts,due_at,twins}');


-- The number of a new entry. On an account that mirrors another one it is one that the other side never gives, until the entry is
-- there and has a number of its own.
create function entry_id(account bigint) returns bigint language sql volatile as $$
  select nextval('global_id') + case when exists (select from links where account_id = account) then 8000000000000000 else 0 end
$$;
