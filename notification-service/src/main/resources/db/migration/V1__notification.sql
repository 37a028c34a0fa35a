-- Replica of identity-service, do not write. The only clear contacts outside identity-service.
create table contact (
    contact_id   uuid        primary key,
    user_id      uuid        not null,
    type         text        not null check (type in ('PHONE', 'EMAIL')),
    value        text        not null,
    locale       text        not null,
    confirmed_at timestamptz not null,
    version      bigint      not null
);
create index contact_user on contact (user_id);

-- Ours: a partner said that nothing will ever arrive there.
create table undeliverable_contact (
    contact_id uuid        primary key,
    since      timestamptz not null
);

-- Replica of account-service, do not write.
create table supplier (
    supplier_id   uuid   primary key,
    name          text   not null,
    time_zone     text   not null,
    support_email text   not null,
    version       bigint not null
);

-- Replica of account-service, do not write.
create table account_link (
    link_id               uuid    primary key,
    user_id               uuid    not null,
    supply_account_id     uuid    not null,
    supplier_id           uuid    not null,
    account_number_masked text    not null,
    active                boolean not null,
    version               bigint  not null
);
create index account_link_supply_account on account_link (supply_account_id) where active;

-- Replica of consent-service, do not write.
create table advertising_consent (
    consent_id uuid    primary key,
    user_id    uuid    not null,
    given      boolean not null,
    version    bigint  not null
);
create index advertising_consent_user on advertising_consent (user_id);

create table delivery (
    delivery_id         uuid        primary key,
    source_event_id     uuid        not null,
    -- the user, the verification or the ticket
    recipient           uuid        not null,
    route               text        not null check (route in ('PREFERRED', 'SMS', 'EMAIL', 'SUPPORT')),
    user_id             uuid,
    kind                text        not null,
    ground              text        not null check (ground in ('TRANSACTIONAL', 'MARKETING')),
    -- what it is about, for taking back what has become pointless
    subject             uuid,
    content             jsonb       not null,
    -- JWE with contact and code; erased when the delivery ends
    sealed              text,
    language            text        not null check (language in ('RU', 'EN')),
    state               text        not null check (state in
                            ('ACCEPTED', 'SUPPRESSED', 'SCHEDULED', 'SENDING', 'SENT', 'DELIVERED', 'FAILED', 'DEAD')),
    channel             text        check (channel in ('SMS', 'EMAIL')),
    contact_id          uuid,
    target_masked       text,
    attempts            integer     not null,
    reason              text,
    provider_message_id text,
    created_at          timestamptz not null,
    due_at              timestamptz not null,
    expires_at          timestamptz not null,
    sent_at             timestamptz,
    delivered_at        timestamptz,
    version             bigint      not null,
    unique (source_event_id, recipient, route),
    -- nothing that has ended keeps a secret
    check (sealed is null or state in ('ACCEPTED', 'SCHEDULED', 'SENDING'))
);
create index delivery_open on delivery (created_at) where state in ('ACCEPTED', 'SCHEDULED', 'SENDING');
create index delivery_user on delivery (user_id, delivery_id desc) where user_id is not null;
create index delivery_provider_message on delivery (provider_message_id) where provider_message_id is not null;
create index delivery_waiting on delivery (user_id) where state = 'ACCEPTED';
create index delivery_subject on delivery (subject, kind) where subject is not null;

-- A receipt may overtake the answer to the message it is about: it waits here until the answer is stored.
create table sms_receipt (
    provider_message_id text        primary key,
    delivered           boolean     not null,
    reason              text        not null,
    received_at         timestamptz not null
);
create index sms_receipt_received on sms_receipt (received_at);
