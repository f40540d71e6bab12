-- What was answered, solved and rated in a period is found without reading every ticket.
create index tickets_resolved on tickets (account_id, resolved_at) where resolved_at is not null;
create index tickets_first_answered on tickets (account_id, first_responded_at) where first_responded_at is not null;
