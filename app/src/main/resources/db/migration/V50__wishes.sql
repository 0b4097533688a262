-- What practices want, said in confidence.
create schema wishes;

-- What a practice has said, every version. Read by that practice alone, and by the engine.
create table wishes.version (
  party bigint not null references access.party,
  number integer not null check (number > 0),
  made_at timestamptz not null default now(),
  person text not null,
  seat bigint not null,
  -- goes into the digest that the journal has, so that nobody can find the content by trying
  salt text not null,
  -- stance, conditions, and what it says of whom
  content jsonb not null,
  primary key (party, number)
);

create function wishes.refuse_to_rewrite() returns trigger language plpgsql as $$
begin
  raise exception 'wishes.% is written once: it is never changed or removed', tg_table_name;
end
$$;

create trigger no_rewriting before update or delete or truncate on wishes.version
  for each statement execute function wishes.refuse_to_rewrite();

-- What a practice has chosen to publish, as it was when it was published.
create table wishes.published (
  party bigint not null references access.party,
  -- 'stance', 'conditions', or 'wish:' and the code of the practice that it is about
  part text not null,
  value text not null,
  published_at timestamptz not null default now(),
  person text not null,
  primary key (party, part)
);

-- The answers that the engine counts, as they were at one time. There is a new round only when
-- enough practices have said something else, so that no two rounds differ by what one has said.
create table wishes.round (
  id bigint generated always as identity primary key,
  place text not null,
  taken_at timestamptz not null default now(),
  -- of whom, about whom, which wish
  content jsonb not null
);
create index round_place on wishes.round (place, id desc);
create trigger no_rewriting before update or delete or truncate on wishes.round
  for each statement execute function wishes.refuse_to_rewrite();

-- Each time that confidential answers were counted for others, and who asked for it.
create table wishes.asking (
  id bigint generated always as identity primary key,
  place text not null,
  round bigint not null references wishes.round,
  subject text not null,
  asked_at timestamptz not null default now(),
  person text not null,
  party bigint not null references access.party
);
create index asking_place on wishes.asking (place, asked_at);

-- A version of a draft, weighed against what practices want.
create table wishes.weighing (
  id bigint generated always as identity primary key,
  asking bigint not null references wishes.asking,
  place text not null,
  round bigint not null references wishes.round,
  draft bigint not null references drafts.draft,
  version integer not null,
  weighed_at timestamptz not null default now(),
  -- which practice was in which network
  network_of jsonb not null,
  -- the mean share of wishes that are met, in tenths
  tenths integer not null check (tenths between 0 and 10),
  -- whether all groups were looked at, how many would rather leave, and who; for the facilitator
  proved boolean not null,
  groups_count bigint not null,
  groups jsonb not null
);
create index weighing_draft on wishes.weighing (draft, id desc);
create index weighing_round on wishes.weighing (place, round);

-- Until when the door of a draft stays open.
create table wishes.door (
  draft bigint primary key references drafts.draft,
  until date not null,
  set_at timestamptz not null default now(),
  person text not null
);

-- The rest of a draft may be completed with what practices want: the answers that were counted.
alter table drafts.rest add column round bigint references wishes.round;
