-- What programs of a party come with. Of the secret only the hash is kept.
create table access.token (
  id bigint generated always as identity primary key,
  secret_sha256 char(64) not null unique,
  party bigint not null references access.party,
  -- nobody signs by a program
  role text not null check (role in ('VIEWER', 'EDITOR')),
  name text not null check (length(name) between 1 and 100),
  made_by bigint not null references access.person,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_on date,
  revoked_at timestamptz
);
create index on access.token (party);
