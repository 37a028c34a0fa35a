-- Facts of this service on their way to Kafka. The columns are those of Debezium's outbox event router
-- (id, aggregatetype = topic, aggregateid = key, type, payload), so that it can take over by configuration.
create table outbox (
    -- cache 1: a row is written while its aggregate's row is locked, so the order of ids is the order of the
    -- aggregate's versions. A larger cache, or an id taken before the lock, breaks that silently.
    id                bigint generated always as identity (cache 1) primary key,
    event_id          uuid        not null,
    aggregatetype     text        not null,
    aggregateid       uuid        not null,
    type              text        not null,
    -- JSON as it goes on the wire; null is a tombstone. Text, not jsonb: nobody queries it and bytes stay as written.
    payload           text,
    -- not null is also the guard of one-statement writers: no aggregate row updated, no version, no outbox row
    aggregate_version bigint      not null,
    actor             text        not null default 'system',
    traceparent       text,
    occurred_at       timestamptz not null default now(),
    -- for the day one relay per database is not enough; nothing reads it yet
    shard             smallint    not null default 0
);

-- Rows come and go by the thousand: vacuum by rows, not by share. The relay vacuums too, after each large backlog.
alter table outbox set (
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 5000,
    autovacuum_vacuum_insert_scale_factor = 0,
    autovacuum_vacuum_insert_threshold = 100000,
    autovacuum_analyze_scale_factor = 0,
    autovacuum_analyze_threshold = 5000,
    autovacuum_vacuum_cost_delay = 0
);

-- Rows the broker refuses for good; somebody decides, then redrives (actuator endpoint "outbox") or deletes them.
create table outbox_dead (
    id                bigint primary key,
    event_id          uuid        not null,
    aggregatetype     text        not null,
    aggregateid       uuid        not null,
    type              text        not null,
    payload           text,
    aggregate_version bigint      not null,
    actor             text        not null,
    traceparent       text,
    occurred_at       timestamptz not null,
    shard             smallint    not null,
    attempts          integer     not null,
    reason            text        not null,
    died_at           timestamptz not null default now()
);
