-- The best plan that moves at most so many practices of a draft, and what each further move brings.
alter table drafts.rest
  add column most integer check (most between 1 and 50),
  add column gains jsonb not null default '[]';
