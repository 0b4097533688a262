-- Seats that are offered. The link carries a secret of which only the hash is kept; it works once.
create table access.invitation (
  id bigint generated always as identity primary key,
  secret_sha256 char(64) not null unique,
  party bigint not null references access.party,
  role text not null check (role in ('VIEWER', 'EDITOR', 'SIGNATORY', 'ADMINISTRATOR')),
  name text not null default '',
  email text not null,
  -- null: on the command line
  invited_by bigint references access.person,
  invited_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by bigint references access.person,
  withdrawn_at timestamptz
);
create index on access.invitation (party);
