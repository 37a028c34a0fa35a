-- Effects which must happen once, by the event that causes them; written in the transaction of the effect.
create table inbox (
    consumer    text        not null,
    event_id    uuid        not null,
    received_at timestamptz not null default now(),
    primary key (consumer, event_id)
);

-- for the cleaner: brin, since rows arrive in the order of time
create index inbox_received_at on inbox using brin (received_at);
