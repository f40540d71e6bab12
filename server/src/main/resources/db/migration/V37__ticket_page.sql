-- What was merged into a ticket, for its page.
create index tickets_merged on tickets (account_id, merged_into) where merged_into is not null;
