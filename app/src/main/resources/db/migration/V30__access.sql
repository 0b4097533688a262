-- Who may sit down: people act for parties, with a role there.
create schema access;

create table access.party (
  id bigint generated always as identity primary key,
  kind text not null check (kind in
    ('PRACTICE', 'NETWORK', 'FEDERATION', 'LMC', 'SYSTEM', 'FACILITATOR', 'INSTALLATION')),
  -- of the register, for practices and networks; else a short name of our own
  code text not null,
  name text not null,
  -- the place at whose table it sits; the installation sits at none
  place text,
  check ((place is null) = (kind = 'INSTALLATION')),
  unique nulls not distinct (place, kind, code)
);

create table access.person (
  id bigint generated always as identity primary key,
  name text not null,
  email text not null,
  -- as Spring Security writes it, with the name of the algorithm in front; null for those who sign
  -- in elsewhere, and for the people of the demo
  password text,
  created_at timestamptz not null default now()
);
create unique index person_email on access.person (lower(email));

-- A person acting for a party. A role that was given up stays, with its end.
create table access.seat (
  id bigint generated always as identity primary key,
  person bigint not null references access.person,
  party bigint not null references access.party,
  role text not null check (role in ('VIEWER', 'EDITOR', 'SIGNATORY', 'ADMINISTRATOR')),
  given_at timestamptz not null default now(),
  ended_at timestamptz
);
create unique index seat_held on access.seat (person, party) where ended_at is null;
create index on access.seat (party);
