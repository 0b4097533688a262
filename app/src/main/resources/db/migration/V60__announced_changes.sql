-- A file that says of a change before it comes is not overruled by one that came out in between and
-- could not know of it: from the day on which a file's relation begins it counts as of that day.
-- The rule is stated in moot.register.History.
create or replace function register.statements_as_of(
  relation_kind text, true_date date, known_date date)
returns table (
  of_code text, to_code text, true_from date, true_to date, start_known boolean, source integer)
language sql stable as $$
  with heard as (
    select r.*, s.known_from,
      max(r.true_from) over (partition by r.of_code, r.source) as last_begin
    from register.relation_fact r
    join register.source s on s.id = r.source
    where r.kind = relation_kind and r.true_from <= true_date and s.known_from <= known_date
  ), ranked as (
    select h.*, rank() over (
      partition by h.of_code
      order by greatest(h.known_from, h.last_begin) desc, h.known_from desc, h.source desc)
      as newness
    from heard h
  )
  select distinct on (h.of_code)
    h.of_code, h.to_code, h.true_from, h.true_to, h.start_known, h.source
  from ranked h
  where h.newness = 1 and (h.true_to is null or h.true_to >= true_date)
  order by h.of_code, h.true_from desc
$$;
