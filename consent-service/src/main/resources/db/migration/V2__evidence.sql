-- Sixteen hash chains: the head row of one is locked while a record is appended, so signers of other chains do not wait.
create table evidence_chain (
    shard    smallint primary key,
    sequence bigint   not null,
    hash     text     not null
);

insert into evidence_chain (shard, sequence, hash)
select shard, 0, repeat('0', 64) from generate_series(0, 15) as shard;

create table evidence (
    shard                  smallint    not null references evidence_chain,
    sequence               bigint      not null,
    evidence_id            uuid        not null unique,
    kind                   text        not null,
    user_id                uuid        not null,
    consent_id             uuid        not null,
    document_id            uuid        not null,
    document_version       integer     not null,
    document_sha256        text        not null,
    purpose                text        not null,
    presented_at           timestamptz,
    occurred_at            timestamptz not null,
    method                 text        not null,
    authenticated_at       timestamptz,
    session_id             text,
    client_id              text        not null,
    ip                     text        not null,
    user_agent             text,
    locale                 text        not null,
    pep_agreement_version  integer     not null,
    pep_agreement_sha256   text        not null,
    contact_masked         text,
    signing_key_id         text        not null,
    previous_evidence_hash text        not null,
    evidence_hash          text        not null,
    server_signature       text        not null,
    primary key (shard, sequence)
);

create index evidence_consent on evidence (consent_id);

create trigger append_only before update or delete on evidence
    for each row execute function refuse_change();
create trigger no_truncate before truncate on evidence
    for each statement execute function refuse_change();
