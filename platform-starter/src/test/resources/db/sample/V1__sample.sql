create table link (
    id      uuid primary key,
    alias   text   not null,
    version bigint not null
);

-- replica, fed by events
create table link_seen (
    id      uuid primary key,
    alias   text   not null,
    version bigint not null
);

-- effects, to count them
create table effect (
    event_id uuid   not null,
    version  bigint not null
);
