-- Replica of consent-service, fed by consent.consent.v1 only. Do not write by hand.
create table consent_state (
    consent_id       uuid    primary key,
    user_id          uuid    not null,
    document_id      uuid    not null,
    document_version integer not null,
    purpose          text    not null,
    signed           boolean not null,
    version          bigint  not null
);
create index consent_state_user on consent_state (user_id);

create table consent_document (
    document_id      uuid        primary key,
    document_version integer     not null,
    purpose          text        not null,
    required         boolean     not null,
    required_from    timestamptz not null,
    version          bigint      not null
);

-- The gate in one place, so that hot reads can ask it inside their own statement.
create function consent_open(asked_user uuid, at timestamptz) returns boolean
    language sql stable
    return exists (select 1 from consent_state s
                    where s.user_id = asked_user and s.purpose = 'PERSONAL_DATA' and s.signed)
       and not exists (select 1 from consent_document d
                        where d.purpose = 'PERSONAL_DATA' and d.required and d.required_from <= at
                          and not exists (select 1 from consent_state s
                                           where s.user_id = asked_user and s.document_id = d.document_id
                                             and s.signed and s.document_version >= d.document_version));

-- Replica of account-service, fed by account.link.v1 only.
create table account_link (
    link_id              uuid    primary key,
    user_id              uuid    not null,
    supply_account_id    uuid    not null,
    supplier_id          uuid    not null,
    supplier_account_ref text,
    access_level         text    not null check (access_level in ('BASIC', 'EXTENDED')),
    active               boolean not null,
    version              bigint  not null,
    check (not active or supplier_account_ref is not null)
);
create index account_link_active on account_link (user_id, supply_account_id) where active;

-- Replica of account-service, fed by account.supplier.v1 only.
create table supplier (
    supplier_id      uuid    primary key,
    name             text    not null,
    status           text    not null,
    time_zone        text    not null,
    payments_allowed boolean not null,
    currency         char(3) not null,
    min_amount_minor bigint  not null,
    max_amount_minor bigint  not null,
    tax_id           text    not null,
    readings_allowed          boolean not null,
    readings_allowed_in_basic boolean not null,
    window_mode      text    not null,
    window_from_day  integer not null,
    window_to_day    integer not null,
    fraction_digits  integer not null,
    zero_allowed     boolean not null,
    max_consumption  bigint  not null,
    version          bigint  not null
);
