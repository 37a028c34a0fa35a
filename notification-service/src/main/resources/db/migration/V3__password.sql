-- Replica of identity-service, do not write: the language a person reads by now.
create table reader_language (
    user_id uuid   primary key,
    locale  text   not null,
    version bigint not null
);

-- What every contact of a person must hear of.
alter table delivery drop constraint delivery_route_check;
alter table delivery add constraint delivery_route_check
    check (route in ('PREFERRED', 'CONTACT', 'SMS', 'EMAIL', 'SUPPORT'));
