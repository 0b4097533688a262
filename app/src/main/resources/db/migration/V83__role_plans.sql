-- Plans for the new roles of networks, every version of each.
create schema roleplans;

create table roleplans.plan (
  id bigint generated always as identity primary key,
  place text not null,
  -- of the register
  network text not null,
  -- whose it is: until it is shared, nobody else sees it; nobody else ever changes it
  party bigint not null references access.party,
  name text not null,
  -- with all parties of the place's table
  shared boolean not null default false,
  -- the version that holds
  current integer not null default 1,
  made_at timestamptz not null default now()
);
create index plan_place on roleplans.plan (place, id desc);

-- Written once.
create table roleplans.version (
  plan bigint not null references roleplans.plan,
  number integer not null check (number > 0),
  made_at timestamptz not null default now(),
  person text not null,
  seat bigint not null,
  words text not null,
  -- posts, split, employment terms, hours, what was entered where no rule is known
  content jsonb not null,
  -- ages and service by post: the party's own, also of a plan that is shared
  confidential jsonb not null,
  primary key (plan, number)
);

create function roleplans.refuse_to_rewrite() returns trigger language plpgsql as $$
begin
  raise exception 'roleplans.version is written once: versions are never changed or removed';
end
$$;

create trigger no_rewriting before update or delete or truncate on roleplans.version
  for each statement execute function roleplans.refuse_to_rewrite();

-- Local services whose staff new roles may draw, and how much of it the system lets go.
create table roleplans.donor (
  id bigint generated always as identity primary key,
  place text not null,
  name text not null,
  role text not null,
  -- whole-time equivalents in the role
  staff numeric(9, 2) not null,
  -- percent of them
  threshold numeric(5, 2) not null,
  set_at timestamptz not null default now(),
  person text not null,
  unique (place, name, role)
);
