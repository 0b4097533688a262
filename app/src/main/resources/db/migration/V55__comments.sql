-- What is said about a draft, one of its networks, a practice, a proposal.
create schema comments;

create table comments.comment (
  id bigint generated always as identity primary key,
  place text not null,
  -- what it is about: kind and id, for example draft:12
  subject text not null,
  -- a part of it: practice:Y10001 or network:ZU001; null for the whole
  part text,
  part_name text,
  person bigint not null references access.person,
  party bigint not null references access.party,
  body text not null check (length(body) between 1 and 4000),
  at timestamptz not null default now(),
  withdrawn_at timestamptz
);
create index on comments.comment (subject, id);

-- Who was named in a comment and has not said yet that they have seen it. A party is named when no
-- person is.
create table comments.mention (
  comment bigint not null references comments.comment,
  party bigint references access.party,
  person bigint references access.person,
  seen_at timestamptz,
  seen_by bigint references access.person,
  check ((party is null) <> (person is null)),
  unique nulls not distinct (comment, party, person)
);
create index on comments.mention (person) where seen_at is null;
create index on comments.mention (party) where seen_at is null;
