-- Only added: the release before must go on working.
alter table link add column note text;
