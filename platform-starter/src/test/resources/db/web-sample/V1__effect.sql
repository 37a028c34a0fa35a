create table effect (
    id      uuid primary key,
    user_id uuid not null,
    name    text not null,
    at      timestamptz not null default now()
);
