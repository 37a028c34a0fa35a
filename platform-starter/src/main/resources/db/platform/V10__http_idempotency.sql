-- One row per Idempotency-Key of a user on a route. While status is null the request is running, on a lease; with a
-- status it is the answer, written by the transaction that holds the effect.
create table http_idempotency (
    principal   text        not null,
    route       text        not null,
    key         text        not null,
    fingerprint bytea       not null,
    lease_token uuid,
    lease_until timestamptz,
    status      smallint,
    headers     text,
    body        bytea,
    created_at  timestamptz not null default now(),
    primary key (principal, key, route)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);

comment on table http_idempotency is 'Answers to repeat, kept for abonent.idempotency.keep (24 h), then deleted';
comment on column http_idempotency.lease_token is 'Whoever holds it may finish the row; it changes hands when a lease has run out';

-- Rows arrive in the order of time: a range index is enough for the cleaner and costs the hot path nothing.
create index http_idempotency_age on http_idempotency using brin (created_at) with (pages_per_range = 16);
