-- Ways to pay for managing a network or place: any number of scenarios, every version of each.
create schema scenarios;

create table scenarios.scenario (
  id bigint generated always as identity primary key,
  place text not null,
  -- whose it is: until it is shared, nobody else sees it
  party bigint not null references access.party,
  -- from which version on all parties of the place's table see it; null until it is shared.
  -- What a practice says of its own finances may be in the versions before.
  shared_from integer check (shared_from > 1),
  -- the number of the version that holds, which is the last
  latest integer not null default 1,
  made_at timestamptz not null default now()
);
create index scenario_place on scenarios.scenario (place, id desc);

-- Written once.
create table scenarios.version (
  scenario bigint not null references scenarios.scenario,
  number integer not null check (number > 0),
  made_at timestamptz not null default now(),
  person text not null,
  party text not null,
  seat bigint not null,
  words text not null,
  title text not null,
  -- a scenario file, as JSON
  content text not null,
  primary key (scenario, number)
);

create function scenarios.refuse_to_rewrite() returns trigger language plpgsql as $$
begin
  raise exception 'scenarios.version is written once: versions are never changed or removed';
end
$$;

create trigger no_rewriting before update or delete or truncate on scenarios.version
  for each statement execute function scenarios.refuse_to_rewrite();
