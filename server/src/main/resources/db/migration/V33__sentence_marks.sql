-- Whether a sentence of a draft was kept in what was sent. Of the sentence a digest alone: it may tell of a person.
create table sentence_marks (
  account_id bigint not null,
  draft_id bigint not null,
  place integer not null,
  digest text not null,
  kept boolean not null,
  created_at timestamptz not null,
  primary key (account_id, draft_id, place),
  foreign key (account_id, draft_id) references drafts on delete cascade
);
create index sentence_marks_digest on sentence_marks (account_id, digest);
