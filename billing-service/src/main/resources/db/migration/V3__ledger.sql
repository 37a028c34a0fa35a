create table journal_transaction (
    transaction_id uuid        primary key,
    kind           text        not null check (kind in ('PAID', 'POSTED', 'REFUNDED', 'CHARGED_BACK')),
    -- the part (PAID, POSTED) or the provider's operation (REFUNDED, CHARGED_BACK) which may be entered once
    reference      text        not null,
    payment_id     uuid        not null,
    occurred_at    timestamptz not null,
    recorded_at    timestamptz not null default clock_timestamp(),
    unique (kind, reference)
);
create index journal_transaction_payment on journal_transaction (payment_id);

create table journal_entry (
    entry_id       bigint generated always as identity primary key,
    transaction_id uuid    not null references journal_transaction,
    account        text    not null,
    -- debit is positive, credit negative
    amount_minor   bigint  not null check (amount_minor <> 0),
    currency       char(3) not null
);
create index journal_entry_transaction on journal_entry (transaction_id);
create index journal_entry_account on journal_entry (account, entry_id);

create function journal_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is append-only: correct it by a new transaction';
end $$;
create trigger journal_entry_append_only before update or delete or truncate on journal_entry
    for each statement execute function journal_is_append_only();
create trigger journal_transaction_append_only before update or delete or truncate on journal_transaction
    for each statement execute function journal_is_append_only();

create function journal_transaction_balances() returns trigger language plpgsql as $$
declare
    checked uuid := new.transaction_id;
begin
    if (select count(*) from journal_entry where transaction_id = checked) < 2
       or exists (select 1 from journal_entry where transaction_id = checked group by currency having sum(amount_minor) <> 0) then
        raise exception 'journal transaction % does not balance', checked using errcode = 'check_violation';
    end if;
    return null;
end $$;
-- Deferred: the entries of a transaction arrive one by one, the sum is due at the commit.
create constraint trigger journal_transaction_balanced after insert on journal_transaction
    deferrable initially deferred for each row execute function journal_transaction_balances();
create constraint trigger journal_entry_balanced after insert on journal_entry
    deferrable initially deferred for each row execute function journal_transaction_balances();

-- Invariant: no rows, ever.
create view journal_imbalance as
    select transaction_id::text as what, currency, sum(amount_minor) as off_by_minor
      from journal_entry group by transaction_id, currency having sum(amount_minor) <> 0
    union all
    select account, currency, sum(amount_minor) from journal_entry
     where account like 'CUSTOMER_ADVANCE:%' group by account, currency having sum(amount_minor) > 0;
