-- What people quote on the phone; gaps do not matter, equal numbers would.
create sequence ticket_number as bigint;

create table ticket (
    ticket_id  uuid        primary key,
    number     text        not null unique,
    user_id    uuid        not null,
    link_id    uuid,
    supplier_id uuid,
    category   text        not null,
    status     text        not null check (status in
                   ('NEW', 'OPEN', 'WAITING_CUSTOMER', 'RESOLVED', 'CLOSED')),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    resolved_at timestamptz,
    version    bigint      not null
);
create index ticket_user on ticket (user_id, ticket_id desc);

create table ticket_message (
    message_id uuid        primary key,
    ticket_id  uuid        not null references ticket,
    author     text        not null check (author in ('CUSTOMER', 'SUPPORT')),
    text       text        not null check (length(text) between 1 and 4000),
    created_at timestamptz not null
);
create index ticket_message_ticket on ticket_message (ticket_id, message_id);
