-- Beds in the care homes that a practice looks after: what the care home premium is paid by.
create table register.care_home_beds_fact (
  source integer not null references register.source,
  practice text not null,
  beds integer not null check (beds >= 0),
  true_on date not null
);
create index on register.care_home_beds_fact (practice);
create trigger no_rewriting before update or delete or truncate on register.care_home_beds_fact
  for each statement execute function register.refuse_to_rewrite();
