create table meter_sync (
    supply_account_id    uuid        primary key,
    synced_at            timestamptz not null
);

create table meter (
    meter_id           uuid    primary key,
    supply_account_id  uuid    not null,
    supplier_id        uuid    not null,
    serial             text    not null,
    model              text    not null,
    digits             integer not null check (digits between 1 and 12),
    calibration_due_on date,
    removed            boolean not null default false,
    unique (supply_account_id, serial)
);

create table meter_register (
    meter_id       uuid not null references meter,
    code           text not null,
    unit           text not null,
    -- the last value the supplier took into its books
    previous_value numeric,
    previous_date  date,
    primary key (meter_id, code)
);

create table meter_reading (
    reading_id           uuid        primary key,
    meter_id             uuid        not null references meter,
    supply_account_id    uuid        not null,
    supplier_id          uuid        not null,
    supplier_account_ref text        not null,
    user_id              uuid        not null,
    request_key          text        not null,
    period               char(7)     not null,
    status               text        not null check (status in
        ('SUBMITTED', 'QUEUED', 'SENT', 'ACCEPTED', 'REJECTED', 'SUPERSEDED')),
    reason               text,
    captured_at          timestamptz not null,
    submitted_at         timestamptz not null,
    decided_at           timestamptz,
    superseded_by        uuid,
    -- the supplier is being told right now: nothing may overtake it
    trying_since         timestamptz,
    version              bigint      not null,
    unique (user_id, request_key, meter_id)
);
-- One reading of a meter counts in a period; the earlier ones stay as history.
create unique index meter_reading_current on meter_reading (meter_id, period)
    where status in ('SUBMITTED', 'QUEUED', 'SENT', 'ACCEPTED');
create index meter_reading_history on meter_reading (meter_id, reading_id desc);

create table reading_register (
    reading_id uuid           not null references meter_reading,
    code       text           not null,
    unit       text           not null,
    value      numeric not null check (value >= 0 and scale(value) <= 3),
    -- the value it was compared with, kept so that a correction within the period is compared with the same
    base_value numeric,
    base_date  date,
    primary key (reading_id, code)
);

-- Refusals tell a holder in BASIC something about the previous value, so they are counted.
create table reading_refusal (
    meter_id uuid    not null references meter,
    user_id  uuid    not null,
    day      date    not null,
    refused  integer not null,
    primary key (meter_id, user_id, day)
);
