-- Replica of identity-service, do not write: the masked login that evidence shows. Signing does not wait for it.
create table known_user (
    user_id      uuid   primary key,
    login_masked text   not null,
    version      bigint not null
);
