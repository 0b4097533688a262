-- Codes that a person's telephone makes (RFC 6238), asked for after the password.
create table access.second_factor (
  person bigint primary key references access.person,
  secret bytea not null,
  -- the half minute of the last code that was used: a code works once
  last_step bigint not null,
  on_at timestamptz not null default now()
);

-- For whoever has lost the telephone; each works once.
create table access.recovery_code (
  person bigint not null references access.second_factor on delete cascade,
  code_sha256 char(64) not null,
  used_at timestamptz,
  primary key (person, code_sha256)
);
