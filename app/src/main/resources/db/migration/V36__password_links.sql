-- Links on which to choose a new password. Each carries a secret of which only the hash is kept; it
-- works once.
create table access.password_link (
  id bigint generated always as identity primary key,
  secret_sha256 char(64) not null unique,
  person bigint not null references access.person,
  -- null: on the command line
  made_by bigint references access.person,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  -- by a newer link, or because the password was changed otherwise
  withdrawn_at timestamptz
);
create index on access.password_link (person);
