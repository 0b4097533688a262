-- What is put to practices, what they said, and what was sealed. A proposal holds its own copy of
-- everything it is about, so that it does not change when a draft or the register does.
create schema consent;

create table consent.proposal (
  id bigint generated always as identity primary key,
  place text not null,
  place_name text not null,
  -- a whole plan, or a change in the middle of a year
  kind text not null check (kind in ('PLAN', 'JOIN', 'LEAVE', 'MOVE', 'MERGE', 'SPLIT')),
  title text not null,
  -- what is asked, in words
  words text not null,
  -- which draft and version it was, in words; null for a change
  origin text,
  rule text not null
    check (rule in ('EACH_PRACTICE', 'EACH_MOVER', 'DOUBLE_MAJORITY', 'MAJORITY_IN_EACH_NETWORK')),
  -- of practices and patients, where the rule is a majority
  percent integer not null check (percent between 50 and 99),
  conditions_count boolean not null,
  put_on date not null,
  -- the last day on which an answer counts
  closes_on date not null,
  effective_on date not null,
  -- the day of the registered lists by which patients are counted, and who says so
  lists_words text not null,
  put_by_party bigint not null references access.party,
  put_by text not null,
  put_at timestamptz not null default now(),
  state text not null default 'OPEN' check (state in ('OPEN', 'SEALED', 'FAILED', 'WITHDRAWN')),
  ended_at timestamptz,
  ended_on date,
  -- why, in sentences
  ended_words text[] not null default '{}',
  -- of the register, once it is sealed
  source integer references register.source,
  check (closes_on >= put_on),
  check (effective_on >= closes_on),
  check ((state = 'OPEN') = (ended_at is null)),
  check ((state = 'SEALED') = (source is not null))
);
create index on consent.proposal (place, id desc);
create index on consent.proposal (closes_on) where state = 'OPEN';

-- The networks of a proposal: of a plan all, of a change those it touches.
create table consent.network (
  proposal bigint not null references consent.proposal,
  nr integer not null,
  -- no two of a proposal have the same
  name text not null,
  code text not null,
  -- whether ODS has not given the code, but we
  provisional boolean not null,
  clinical_director text,
  nominated_payee text,
  primary key (proposal, nr),
  unique (proposal, name),
  unique (proposal, code)
);

-- All practices that a proposal is about, as they were when it was put.
create table consent.practice (
  proposal bigint not null references consent.proposal,
  code text not null,
  name text not null,
  easting double precision,
  northing double precision,
  patients integer not null check (patients >= 0),
  today text,
  today_name text,
  -- of the proposal; null for none
  network integer,
  changes boolean not null,
  -- ASKED and MUST are asked, TOLD is told; NEW comes out of a split
  part text not null check (part in ('ASKED', 'MUST', 'TOLD', 'NEW')),
  -- of a practice that ends by merging, the one that goes on; of a new one, the one it comes from
  relative text,
  primary key (proposal, code),
  foreign key (proposal, network) references consent.network
);
create index on consent.practice (code);

-- Each answer, for good; the last one of a practice counts.
create table consent.answer (
  id bigint generated always as identity primary key,
  proposal bigint not null,
  practice text not null,
  answer text not null check (answer in ('AGREES', 'AGREES_ON', 'OBJECTS')),
  -- the condition or the reason
  words text,
  -- the answer that this one replaces: so that one that is sent twice counts once
  after bigint references consent.answer,
  given_by text not null,
  given_by_person bigint not null references access.person,
  given_at timestamptz not null default now(),
  condition_recorded_by text,
  condition_recorded_at timestamptz,
  condition_confirmed_by text,
  condition_confirmed_at timestamptz,
  foreign key (proposal, practice) references consent.practice (proposal, code),
  check ((words is null) = (answer = 'AGREES')),
  check (condition_recorded_at is null or answer = 'AGREES_ON'),
  check (condition_confirmed_at is null or condition_recorded_at is not null)
);
create unique index answer_after on consent.answer (proposal, practice, after)
  nulls not distinct;

-- An answer that was given stays as it was given; only that its condition is met is added.
create function consent.keep_answers() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and row (new.id, new.proposal, new.practice, new.answer, new.words, new.after, new.given_by,
        new.given_by_person, new.given_at)
      is not distinct from row (old.id, old.proposal, old.practice, old.answer, old.words,
        old.after, old.given_by, old.given_by_person, old.given_at) then
    return new;
  end if;
  raise exception 'consent.answer keeps every answer: none is changed or removed';
end
$$;
create trigger no_rewriting before update or delete on consent.answer
  for each row execute function consent.keep_answers();

-- What was put stays as it was put: the rule, the dates and what it is about.
create function consent.keep_terms() returns trigger language plpgsql as $$
begin
  if old.state = 'OPEN'
    and row (new.id, new.place, new.kind, new.title, new.words, new.rule, new.percent,
        new.conditions_count, new.put_on, new.closes_on, new.effective_on, new.lists_words)
      is not distinct from row (old.id, old.place, old.kind, old.title, old.words, old.rule,
        old.percent, old.conditions_count, old.put_on, old.closes_on, old.effective_on,
        old.lists_words) then
    return new;
  end if;
  raise exception 'consent.proposal keeps what was put: it can only end, and once';
end
$$;
create trigger no_rewriting before update on consent.proposal
  for each row execute function consent.keep_terms();
create function consent.refuse_to_rewrite() returns trigger language plpgsql as $$
begin
  raise exception 'consent.% keeps what was put: rows are never changed or removed', tg_table_name;
end
$$;
create trigger no_removing before delete on consent.proposal
  for each row execute function consent.refuse_to_rewrite();
create trigger no_rewriting before update or delete on consent.practice
  for each row execute function consent.refuse_to_rewrite();
