create table payment (
    payment_id          uuid        primary key,
    user_id             uuid        not null,
    quote_id            uuid        not null unique references payment_quote,
    -- the client's Idempotency-Key: after a kill the same request finds what it had begun
    request_key         text        not null,
    status              text        not null check (status in
        ('CREATED', 'PENDING', 'UNKNOWN', 'PAID', 'POSTED', 'FAILED', 'EXPIRED', 'CANCELLED')),
    total_minor         bigint      not null check (total_minor > 0),
    currency            char(3)     not null,
    method              text        not null check (method in ('CARD', 'SBP')),
    return_url          text        not null,
    provider_payment_id text        unique,
    confirmation_url    text,
    -- a charge that differs from the order; it is posted once the provider said it twice
    suspected_minor     bigint,
    -- set when the provider's word and ours differ for good, e.g. AMOUNT; operations look at it
    mismatch            text,
    -- given back by us or taken back by the customer's bank, as the provider last said
    refunded_minor      bigint      not null default 0 check (refunded_minor >= 0),
    failure_reason      text,
    created_at          timestamptz not null,
    expires_at          timestamptz not null,
    paid_at             timestamptz,
    failed_at           timestamptz,
    posted_at           timestamptz,
    version             bigint      not null,
    unique (user_id, request_key),
    check ((status in ('PAID', 'POSTED')) = (paid_at is not null))
);
create index payment_of_user on payment (user_id, payment_id desc);
create index payment_open on payment (user_id) where status in ('CREATED', 'PENDING', 'UNKNOWN');

create table payment_part (
    part_id               uuid    primary key,
    payment_id            uuid    not null references payment,
    position              integer not null,
    supply_account_id     uuid    not null,
    supplier_id           uuid    not null,
    supplier_account_ref  text    not null,
    -- zero only if the provider took less than was ordered and nothing was left for this part
    amount_minor          bigint  not null check (amount_minor >= 0),
    advance_minor         bigint  not null check (advance_minor between 0 and amount_minor),
    fiscal_status         text    not null check (fiscal_status in ('NONE', 'QUEUED', 'REGISTERED', 'FAILED')),
    fiscal_attempt        integer not null default 1,
    fiscal_uuid           text,
    receipt_url           text,
    receipt_drive         text,
    receipt_document      bigint,
    receipt_sign          text,
    supplier_status       text    not null check (supplier_status in ('NONE', 'SENT', 'ACKED', 'REJECTED')),
    supplier_operation_id text,
    supplier_reason       text,
    unique (payment_id, position),
    unique (payment_id, supply_account_id)
);
