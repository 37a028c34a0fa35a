-- Keys that sign tokens, sealed with abonent.keys.encryption-key.
create table signing_key (
    kid             text primary key,
    sealed          bytea not null,
    signs_from      timestamptz not null,
    signs_until     timestamptz not null,
    published_until timestamptz not null
);

-- A code between the sign-in and its tokens; one minute, once.
create table authorization_code (
    code_hash        bytea primary key,
    session_id       uuid not null,
    user_id          uuid not null,
    client_id        text not null,
    redirect_uri     text,
    scope            text not null,
    code_challenge   text not null,
    nonce            text,
    authenticated_at timestamptz not null,
    expires_at       timestamptz not null,
    used_at          timestamptz
);
create index authorization_code_expires on authorization_code (expires_at);

-- A signed-in device. All refresh tokens that follow from one sign-in are this one row: they differ by generation and
-- are proven by a keyed hash over it, so that a refresh is one update by primary key and touches no other index.
create table sign_in_session (
    id               uuid primary key,
    user_id          uuid not null,
    client_id        text not null,
    scope            text not null,
    nonce            text,
    salt             bytea not null,
    generation       integer not null,
    device_hash      bytea not null,
    device_label     text not null,
    authenticated_at timestamptz not null,
    created_at       timestamptz not null,
    refreshed_at     timestamptz not null,
    idle_until       timestamptz not null,
    expires_at       timestamptz not null,
    revoked_at       timestamptz,
    revoked_because  text check (revoked_because in ('SIGNED_OUT', 'SIGNED_OUT_EVERYWHERE', 'TOKEN_REUSED', 'CODE_REUSED'))
) with (fillfactor = 80);
create index sign_in_session_user on sign_in_session (user_id) where revoked_at is null;
create index sign_in_session_expires on sign_in_session (expires_at);
create index sign_in_session_revoked on sign_in_session (revoked_at) where revoked_at is not null;
