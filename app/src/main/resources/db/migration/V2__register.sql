-- The register: who is there, where, since when, with how many patients.
--
-- Every row of a *_fact table is one thing that one file said. Rows are only ever added. Which of
-- them hold on a day, as known on another day, is decided when asked (see moot.register.History).

create schema register;

-- One row per file whose facts are in the register.
create table register.source (
  id integer generated always as identity primary key,
  file_name text not null,
  kind text not null,
  -- of the file's bytes, and of the facts read from it: the same facts saved in another way
  -- (line ends, encoding, another name) are recognised too
  sha256 char(64) not null unique,
  facts_sha256 char(64) not null,
  bytes bigint not null,
  rows integer not null,
  facts integer not null,
  -- the extract date: from this day on its facts were known
  known_from date not null,
  known_from_basis text not null,
  imported_at timestamptz not null default now(),
  unique (kind, known_from, facts_sha256)
);

-- Every attempt to bring in a file, refused ones too.
create table register.import (
  id integer generated always as identity primary key,
  file_name text not null,
  bytes bigint not null,
  sha256 char(64),
  kind text,
  outcome text not null check (outcome in ('STORED', 'REFUSED')),
  source integer references register.source,
  known_from date,
  known_from_basis text,
  rows integer not null,
  facts_new integer not null,
  facts_known integer not null,
  errors integer not null,
  warnings integer not null,
  notes integer not null,
  changes text[] not null,
  imported_at timestamptz not null default now(),
  imported_by text
);
create index on register.import (sha256);

create table register.import_problem (
  import integer not null references register.import,
  nr integer not null,
  severity text not null check (severity in ('ERROR', 'WARNING', 'NOTE')),
  sheet text,
  line bigint not null,
  column_name text,
  value text,
  says text not null,
  maybe text,
  rows integer not null,
  primary key (import, nr)
);

create table register.party_fact (
  source integer not null references register.source,
  kind text not null,
  code text not null,
  name text,
  role text,
  status text,
  true_from date not null,
  true_to date,
  start_known boolean not null
);
create index on register.party_fact (kind, code);

create table register.relation_fact (
  source integer not null references register.source,
  kind text not null,
  of_code text not null,
  to_code text,
  true_from date not null,
  true_to date,
  start_known boolean not null
);
create index on register.relation_fact (kind, of_code);
create index on register.relation_fact (kind, to_code);

create table register.site_fact (
  source integer not null references register.source,
  practice text not null,
  postcode text,
  easting double precision,
  northing double precision,
  true_on date not null,
  check ((easting is null) = (northing is null))
);
create index on register.site_fact (practice);

create table register.list_fact (
  source integer not null references register.source,
  practice text not null,
  kind text not null,
  patients numeric(12, 2) not null check (patients >= 0),
  true_from date not null,
  true_to date not null
);
create index on register.list_fact (practice, kind);

create table register.need_fact (
  source integer not null references register.source,
  practice text not null,
  score double precision not null,
  true_on date not null
);
create index on register.need_fact (practice);

create table register.area_patients_fact (
  source integer not null references register.source,
  practice text not null,
  area text not null,
  patients integer not null check (patients >= 0),
  true_on date not null
);
create index on register.area_patients_fact (practice);

create table register.network_area_patients_fact (
  source integer not null references register.source,
  network_name text not null,
  area text not null,
  patients integer not null check (patients >= 0),
  true_on date not null
);

create table register.area_deprivation_fact (
  source integer not null references register.source,
  area text not null,
  score double precision not null,
  decile integer not null,
  true_on date not null
);
create index on register.area_deprivation_fact (area);

create table register.area_centre_fact (
  source integer not null references register.source,
  area text not null,
  easting double precision not null,
  northing double precision not null,
  true_on date not null
);
create index on register.area_centre_fact (area);
create index on register.area_centre_fact using gist (point(easting, northing));

create table register.postcode_fact (
  source integer not null references register.source,
  postcode text not null,
  easting double precision not null,
  northing double precision not null,
  council text,
  true_on date not null
);
create index on register.postcode_fact (postcode);

create table register.payment_fact (
  source integer not null references register.source,
  practice text not null,
  line text not null,
  pence bigint not null,
  true_from date not null,
  true_to date not null
);
create index on register.payment_fact (practice);

-- History is added to, never rewritten.
create function register.refuse_to_rewrite() returns trigger language plpgsql as $$
begin
  raise exception 'register.% keeps history: rows are added, never changed or removed', tg_table_name;
end
$$;

do $$
declare
  kept text;
begin
  foreach kept in array array[
    'source', 'party_fact', 'relation_fact', 'site_fact', 'list_fact', 'need_fact',
    'area_patients_fact', 'network_area_patients_fact', 'area_deprivation_fact',
    'area_centre_fact', 'postcode_fact', 'payment_fact', 'import', 'import_problem']
  loop
    execute format(
      'create trigger no_rewriting before update or delete or truncate on register.%I '
      'for each statement execute function register.refuse_to_rewrite()', kept);
  end loop;
end
$$;

-- What the newest file that speaks about a day says about it, as known on another day: the rule of
-- moot.register.History. A null to_code means that the file says there is none.
create function register.statements_as_of(relation_kind text, true_date date, known_date date)
returns table (
  of_code text, to_code text, true_from date, true_to date, start_known boolean, source integer)
language sql stable as $$
  with heard as (
    select r.*, rank() over (
      partition by r.of_code order by s.known_from desc, s.id desc) as newness
    from register.relation_fact r
    join register.source s on s.id = r.source
    where r.kind = relation_kind and r.true_from <= true_date and s.known_from <= known_date
  )
  select distinct on (h.of_code)
    h.of_code, h.to_code, h.true_from, h.true_to, h.start_known, h.source
  from heard h
  where h.newness = 1 and (h.true_to is null or h.true_to >= true_date)
  order by h.of_code, h.true_from desc
$$;

-- All relations that hold on a day, as known on another day.
create function register.relations_as_of(relation_kind text, true_date date, known_date date)
returns table (
  of_code text, to_code text, true_from date, true_to date, start_known boolean, source integer)
language sql stable as $$
  select * from register.statements_as_of(relation_kind, true_date, known_date)
  where to_code is not null
$$;

-- What holds today, practice by practice: derived from the facts above, rebuilt after every import
-- and whenever the day has changed. Nothing is lost when it is emptied.
create table register.practice_now (
  practice text primary key,
  name text not null,
  takes_part boolean not null,
  left_out_because text,
  postcode text,
  easting double precision,
  northing double precision,
  registered_list integer,
  registered_on date,
  adjusted_list double precision,
  weighted_list double precision,
  network text,
  council text,
  board text,
  sub_location text,
  place text,
  need double precision,
  need_basis text
);
create index on register.practice_now (board);
create index on register.practice_now (sub_location);
create index on register.practice_now (place);

create table register.party_now (
  kind text not null,
  code text not null,
  name text not null,
  primary key (kind, code)
);

create table register.now_state (
  only_row boolean primary key default true check (only_row),
  last_source integer not null,
  built_for date not null
);
