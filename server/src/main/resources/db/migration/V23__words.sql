-- What the inbox's search finds: the words of subjects, descriptions, entries and people. Long texts are found by their beginning.
create function ticket_words(subject text, description text) returns tsvector language sql immutable parallel safe
  return to_tsvector('simple'::regconfig, coalesce(subject, '') || ' ' || left(coalesce(description, ''), 2000));
create function entry_words(body text) returns tsvector language sql immutable parallel safe
  return to_tsvector('simple'::regconfig, left(body, 2000));
create function person_words(name text, email text) returns tsvector language sql immutable parallel safe
  return to_tsvector('simple'::regconfig, coalesce(name, '') || ' ' || coalesce(email, ''));

create index tickets_words on tickets using gin (ticket_words(subject, description_text));
create index conversations_words on conversations using gin (entry_words(body_text));
create index contacts_words on contacts using gin (person_words(name, email));

-- The open tickets, which the inbox counts and lists.
create index tickets_open on tickets (account_id, updated_at, id)
  where status not in (4, 5) and not deleted and not spam and not archived;
