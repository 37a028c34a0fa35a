-- A published text never changes, whoever asks: what was signed must stay readable as it was.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

create table consent_document (
    id            uuid        primary key,
    purpose       text        not null,
    required      boolean     not null,
    latest_number integer     not null,
    created_at    timestamptz not null,
    version       bigint      not null
);

create table consent_document_version (
    id               uuid        primary key,
    document_id      uuid        not null references consent_document,
    number           integer     not null check (number > 0),
    title            text        not null,
    text             text        not null,
    sha256           text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    translated_title text,
    translated_text  text,
    published_at     timestamptz not null,
    required_from    timestamptz not null check (required_from >= published_at),
    published_by     text        not null,
    unique (document_id, number)
);

create trigger append_only before update or delete on consent_document_version
    for each row execute function refuse_change();
create trigger no_truncate before truncate on consent_document_version
    for each statement execute function refuse_change();

-- The agreement on the use of the simple electronic signature, accepted at registration; signatures name its version.
create table signature_agreement (
    version      integer     primary key,
    title        text        not null,
    text         text        not null,
    sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    published_at timestamptz not null
);

create trigger append_only before update or delete on signature_agreement
    for each row execute function refuse_change();

-- Who opened which text, last time. Signing locks the row: two signatures of one person cannot overtake each other.
create table presentation (
    user_id      uuid        not null,
    document_id  uuid        not null,
    number       integer     not null,
    presented_at timestamptz not null,
    primary key (user_id, document_id, number),
    foreign key (document_id, number) references consent_document_version (document_id, number)
);
