-- As of spring-session-jdbc 4.1 (org/springframework/session/jdbc/schema-postgresql.sql).
create table spring_session (
  primary_id char(36) not null primary key,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);

create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);

-- The tokens of a sign-in. The session's principal_name is the id, so that tokens without a session can be found.
create table token_grant (
  id uuid primary key,
  user_id uuid not null,
  tokens bytea not null,
  generation bigint not null default 1,
  lease uuid,
  leased_until timestamptz,
  ended boolean not null default false,
  created_at timestamptz not null default clock_timestamp()
);

comment on column token_grant.tokens is 'sealed with abonent.sessions.encryption-key';
comment on column token_grant.lease is 'which instance is refreshing, until leased_until';
comment on column token_grant.ended is 'signed out here; the row goes when identity-service knows';
