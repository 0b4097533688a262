-- The contract that a practice holds of its own: whom the global sum is paid to, and less what.
create table register.contract_fact (
  source integer not null references register.source,
  practice text not null,
  contract text,
  out_of_hours boolean,
  true_on date not null
);
create index on register.contract_fact (practice);
create trigger no_rewriting before update or delete or truncate on register.contract_fact
  for each statement execute function register.refuse_to_rewrite();
