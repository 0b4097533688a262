-- Whatever binds someone, written once: each entry chained to the one before by its hash.
create schema journal;

create table journal.entry (
  number bigint primary key check (number > 0),
  at timestamptz not null,
  person text not null,
  party text,
  place text,
  deed text not null,
  subject text not null,
  words text not null,
  details jsonb not null,
  previous_hash char(64) not null unique,
  hash char(64) not null unique,
  -- Not part of the chain: the accounts behind the names, and who may read the entry. Null: anyone
  -- at the table of the place.
  person_id bigint,
  party_id bigint,
  only_party bigint
);
create index on journal.entry (place, number desc);
create index on journal.entry (subject);

create function journal.refuse_to_rewrite() returns trigger language plpgsql as $$
begin
  raise exception 'journal.% is written once: entries are never changed or removed', tg_table_name;
end
$$;

create trigger no_rewriting before update or delete or truncate on journal.entry
  for each statement execute function journal.refuse_to_rewrite();
