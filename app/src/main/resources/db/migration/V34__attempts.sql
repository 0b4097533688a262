-- Tries at signing in that have not succeeded, so that nobody can guess for long; whichever node
-- answers counts the same. Accounts as hashes: people type passwords into the wrong field.
create table access.attempt (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  address text not null,
  account_sha256 char(64) not null
);
create index on access.attempt (address, at);
create index on access.attempt (account_sha256, at);
create index on access.attempt (at);
