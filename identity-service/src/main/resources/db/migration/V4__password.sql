-- Grows with each new password: what was begun under an older one is worth nothing. A number and not a time, because
-- clocks of several replicas differ.
alter table cabinet_user add column password_generation integer not null default 1;
alter table authorization_code add column password_generation integer not null default 1;

alter table sign_in_session drop constraint sign_in_session_revoked_because_check;
alter table sign_in_session add constraint sign_in_session_revoked_because_check check (revoked_because in (
    'SIGNED_OUT', 'SIGNED_OUT_EVERYWHERE', 'TOKEN_REUSED', 'CODE_REUSED', 'PASSWORD_CHANGED'));

alter table verification add column purpose text not null default 'REGISTRATION'
    check (purpose in ('REGISTRATION', 'PASSWORD_RESET'));

-- Somebody forgot the password. The id is also that of the verification; no user: the login is nobody's.
create table password_reset (
    id                  uuid primary key,
    user_id             uuid,
    password_generation integer not null,
    created_at          timestamptz not null,
    expires_at          timestamptz not null,
    version             bigint not null
);
create index password_reset_expires on password_reset (expires_at);
