create table payment_quote (
    quote_id    uuid        primary key,
    user_id     uuid        not null,
    total_minor bigint      not null check (total_minor > 0),
    currency    char(3)     not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    -- set once: a quote pays once
    payment_id  uuid        unique
);
create index payment_quote_expires on payment_quote (expires_at) where payment_id is null;

create table payment_quote_part (
    quote_id             uuid    not null references payment_quote on delete cascade,
    position             integer not null,
    supply_account_id    uuid    not null,
    supplier_id          uuid    not null,
    supplier_account_ref text    not null,
    mode                 text    not null check (mode in ('DEBT', 'CUSTOM')),
    amount_minor         bigint  not null check (amount_minor > 0),
    -- the debt known at that time; what is paid above it is an advance on the fiscal receipt
    due_minor            bigint  not null check (due_minor >= 0),
    primary key (quote_id, position),
    unique (quote_id, supply_account_id)
);
