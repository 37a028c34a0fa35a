create table supplier (
    supplier_id uuid primary key,
    version     bigint not null,
    name        text   not null,
    -- name and region in lower case, ё as е: what search looks at
    search_text text   not null,
    status      text   not null,
    profile     jsonb  not null
);
create index supplier_by_name on supplier (name, supplier_id);
