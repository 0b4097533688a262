-- What was asked of forming, how far it is, and what came of it.
create schema forming;

create table forming.run (
  id bigint generated always as identity primary key,
  place text not null,
  place_name text not null,
  title text not null,
  -- the form as it was sent
  wishes jsonb not null,
  state text not null default 'WAITING'
    check (state in ('WAITING', 'RUNNING', 'DONE', 'STOPPED', 'CONTRADICTION', 'FAILED')),
  stop_asked boolean not null default false,
  -- how often it was begun: more than once when Moot ended in the middle
  attempts integer not null default 0,
  asked_at timestamptz not null default now(),
  begun_at timestamptz,
  ended_at timestamptz,

  -- where the search stands; costs in thousand patient-km
  phase text,
  incumbent double precision,
  bound double precision,
  seconds double precision,

  -- for lists: what the answer says, without reading it
  status text,
  cost double precision,
  gap double precision,
  networks integer,
  in_band integer,
  practices_moved integer,
  patients_moved integer,
  message text,

  -- plan.json, gzipped
  answer bytea
);

create index run_place on forming.run (place, id desc);
create index run_unfinished on forming.run (id) where state in ('WAITING', 'RUNNING');

-- The map of all practices, drawn once for each state of the register.
create table forming.overview (
  register_state text primary key,
  drawn_at timestamptz not null default now(),
  -- JSON for the browser, gzipped
  map bytea not null,
  -- SVG for browsers without script, gzipped
  drawing bytea not null
);
