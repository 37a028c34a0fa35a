-- One row per account of a supplier, shared by all links to it.
create table supply_account (
    supply_account_id     uuid primary key,
    supplier_id           uuid not null references supplier,
    account_number        text not null,
    supplier_account_ref  text not null,
    address               text not null,
    currency              char(3) not null,
    confirmed_at          timestamptz not null,
    constraint supply_account_number unique (supplier_id, account_number)
);

create table account_link (
    link_id              uuid primary key,
    version              bigint not null,
    user_id              uuid not null,
    supplier_id          uuid not null references supplier,
    account_number       text not null,
    -- as typed, for support
    account_number_input text not null,
    -- as the bill prints it
    account_number_display text not null,
    supply_account_id    uuid references supply_account,
    status               text not null,
    access_level         text not null,
    access_method        text,
    access_granted_at    timestamptz,
    alias                text,
    requested_at         timestamptz not null,
    linked_at            timestamptz,
    ended_at             timestamptz,
    constraint account_link_active_is_confirmed check (status <> 'ACTIVE' or (supply_account_id is not null and linked_at is not null))
);
-- The second net behind the lock: one open link per user and account.
create unique index account_link_open on account_link (user_id, supplier_id, account_number)
    where status in ('PENDING_SUPPLIER', 'ACTIVE');
create index account_link_by_user on account_link (user_id);
create index account_link_by_supply_account on account_link (supply_account_id);
