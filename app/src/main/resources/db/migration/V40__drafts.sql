-- Plans in the making: any number of drafts, every version of each.
create schema drafts;

create table drafts.draft (
  id bigint generated always as identity primary key,
  place text not null,
  -- whose it is: until it is shared, nobody else sees it
  party bigint not null references access.party,
  name text not null,
  -- with all parties of the place's table
  shared boolean not null default false,
  -- size band, weights, number of networks
  rules jsonb not null,
  -- the version that holds
  current integer not null default 1,
  -- the number of the last version there is
  latest integer not null default 1,
  made_at timestamptz not null default now()
);
create index draft_place on drafts.draft (place, id desc);

-- Written once. A version that undoes or redoes another has the state of a version before it.
create table drafts.version (
  draft bigint not null references drafts.draft,
  number integer not null check (number > 0),
  -- the version whose state this is: itself, except after undoing and redoing
  state_of integer not null,
  -- the version whose state was changed into state_of; null for the first
  made_from integer,
  made_at timestamptz not null default now(),
  person text not null,
  party text not null,
  seat bigint not null,
  words text not null,
  -- which practice is in which network, which networks are kept, which locks there are
  content jsonb not null,
  -- how sure it is, where the engine made it
  proof jsonb,
  primary key (draft, number)
);
create index version_made_from on drafts.version (draft, made_from, number desc);

create function drafts.refuse_to_rewrite() returns trigger language plpgsql as $$
begin
  raise exception 'drafts.version is written once: versions are never changed or removed';
end
$$;

create trigger no_rewriting before update or delete or truncate on drafts.version
  for each statement execute function drafts.refuse_to_rewrite();

-- Completing the rest of a draft, in the background.
create table drafts.rest (
  id bigint generated always as identity primary key,
  draft bigint not null references drafts.draft,
  made_from integer not null,
  seat bigint not null,
  person_id bigint not null,
  person text not null,
  party_id bigint not null,
  party text not null,
  -- the networks that stay as they are
  keep jsonb not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
  attempts integer not null default 0,
  progress text,
  -- what became of it, in words
  message text,
  version integer,
  asked_at timestamptz not null default now(),
  ended_at timestamptz
);
create index rest_draft on drafts.rest (draft, id desc);
create index rest_unfinished on drafts.rest (id) where state in ('WAITING', 'RUNNING');
