-- A person's standing towards one document; how it came about is told by evidence.
create table consent (
    id               uuid        primary key,
    user_id          uuid        not null,
    document_id      uuid        not null references consent_document,
    document_version integer     not null,
    status           text        not null,
    evidence_id      uuid        not null references evidence (evidence_id),
    signed_at        timestamptz not null,
    withdrawn_at     timestamptz,
    version          bigint      not null,
    unique (user_id, document_id)
);
