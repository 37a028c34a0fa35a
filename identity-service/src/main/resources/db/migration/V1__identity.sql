-- People and what proves them. No other service reads these tables.
create table cabinet_user (
    id            uuid primary key,
    status        text not null check (status in ('ACTIVE', 'BLOCKED')),
    locale        text not null,
    registered_at timestamptz not null,
    version       bigint not null
);

create table contact (
    id           uuid primary key,
    user_id      uuid not null references cabinet_user (id),
    type         text not null check (type in ('PHONE', 'EMAIL')),
    value        text not null,
    display      text not null,
    confirmed_at timestamptz not null,
    version      bigint not null,
    -- One login, one user: the last word on two registrations at the same instant (F-61).
    constraint contact_once unique (type, value)
);
create index contact_user on contact (user_id);

create table credential (
    user_id       uuid primary key references cabinet_user (id),
    password_hash text not null,
    changed_at    timestamptz not null,
    version       bigint not null
);

create table registration (
    id            uuid primary key,
    login_type    text not null check (login_type in ('PHONE', 'EMAIL')),
    login         text not null,
    login_display text not null,
    password_hash text,
    locale        text not null,
    status        text not null check (status in ('PENDING', 'CONFIRMED', 'SUPERSEDED')),
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    user_id       uuid,
    version       bigint not null
);
create unique index registration_one_pending on registration (login_type, login) where status = 'PENDING';
create index registration_expires on registration (expires_at);

create table verification (
    id                  uuid primary key,
    channel             text not null check (channel in ('PHONE', 'EMAIL')),
    target              text not null,
    target_display      text not null,
    locale              text not null,
    decoy               boolean not null,
    status              text not null check (status in ('ISSUED', 'CONFIRMED', 'SUPERSEDED')),
    issue               integer not null check (issue > 0),
    attempts            integer not null check (attempts >= 0),
    code_hash           bytea not null,
    old_code_hashes     bytea not null,
    link_hash           bytea,
    issued_at           timestamptz not null,
    code_expires_at     timestamptz not null,
    link_expires_at     timestamptz not null,
    resend_available_at timestamptz not null,
    version             bigint not null
);
create index verification_issued on verification (issued_at);

-- Messages by target, under a keyed hash: how many went out in the last hour and day.
create table verification_message (
    target_hash bytea not null,
    sent_at     timestamptz not null
);
create index verification_message_target on verification_message (target_hash, sent_at);
create index verification_message_sent on verification_message (sent_at);

create table usage_limit (
    key         text primary key,
    window_ends timestamptz not null,
    used        integer not null
);
create index usage_limit_ends on usage_limit (window_ends);

-- Wrong passwords by login, under a keyed hash, whether the login exists or not.
create table sign_in_lock (
    login_hash   bytea primary key,
    failures     integer not null,
    locks        integer not null,
    locked_until timestamptz,
    changed_at   timestamptz not null
);
create index sign_in_lock_changed on sign_in_lock (changed_at);
