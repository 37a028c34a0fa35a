create table account_balance (
    supply_account_id    uuid        primary key,
    supplier_id          uuid        not null,
    supplier_account_ref text        not null,
    -- what the supplier said
    debt_minor           bigint      not null check (debt_minor >= 0),
    supplier_credit_minor bigint     not null check (supplier_credit_minor >= 0),
    currency             char(3)     not null,
    lines                jsonb       not null,
    as_of                timestamptz not null,
    asked_at             timestamptz not null,
    asked_moment         bigint      not null,
    -- what follows from it once payments on their way are taken off
    pending_minor        bigint      not null check (pending_minor >= 0),
    amount_due_minor     bigint      not null check (amount_due_minor >= 0),
    credit_minor         bigint      not null check (credit_minor >= 0),
    version              bigint      not null,
    check (amount_due_minor = 0 or credit_minor = 0)
);

-- Orders "the supplier was asked" against "the supplier confirmed" without trusting any clock.
create sequence back_office_moment;

-- Money the provider holds and the supplier's figures do not show yet. A row leaves when the supplier was asked after it confirmed.
create table pending_payment (
    part_id           uuid   primary key,
    supply_account_id uuid   not null,
    amount_minor      bigint not null check (amount_minor > 0),
    acked_moment      bigint
);
create index pending_payment_account on pending_payment (supply_account_id);
