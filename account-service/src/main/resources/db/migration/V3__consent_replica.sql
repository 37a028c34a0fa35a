-- Replica of consent-service, fed only by its events: do not write.
create table consent_document_version (
    document_id      uuid not null,
    document_version integer not null,
    purpose          text not null,
    required         boolean not null,
    required_from    timestamptz not null,
    version          bigint not null,
    primary key (document_id, document_version)
);

create table consent_standing (
    consent_id       uuid primary key,
    user_id          uuid not null,
    document_id      uuid not null,
    document_version integer not null,
    purpose          text not null,
    signed           boolean not null,
    version          bigint not null
);
create index consent_standing_by_user on consent_standing (user_id);
