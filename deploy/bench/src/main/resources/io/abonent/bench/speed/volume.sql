-- Billing's database as it is after years: a million accounts with a meter each, and of every 24th of them two years of payments and
-- readings, one per month. Ids follow from the number of the account, so that rows find each other.
-- No triggers and foreign keys row by row: what is written here agrees by itself.
set session_replication_role = replica;

create temp table place as
select n, md5('user' || n)::uuid as user_id, md5('account' || n)::uuid as account, md5('meter' || n)::uuid as meter,
       'volume-' || n as ref, s.supplier_id as supplier
  from generate_series(1, 1000000) n, (select supplier_id from supplier order by supplier_id limit 1) s;

insert into account_link (link_id, user_id, supply_account_id, supplier_id, supplier_account_ref, access_level, active, version)
select md5('link' || n)::uuid, user_id, account, supplier, ref, 'BASIC', true, 1 from place;

insert into account_balance (supply_account_id, supplier_id, supplier_account_ref, debt_minor, supplier_credit_minor, currency,
       lines, as_of, asked_at, asked_moment, pending_minor, amount_due_minor, credit_minor, version)
select account, supplier, ref, 12345, 0, 'RUB', '[]', now(), now(), 1, 0, 12345, 0, 1 from place;

insert into meter (meter_id, supply_account_id, supplier_id, serial, model, digits)
select meter, account, supplier, 'V' || n, 'G4', 8 from place;

insert into meter_register (meter_id, code, unit, previous_value, previous_date)
select meter, 'T1', 'M3', 1000, current_date - 30 from place;

create temp table step as
select p.*, m, now() - make_interval(months => m) as moment, md5('payment' || n || ' ' || m)::uuid as payment
  from place p, generate_series(1, 24) m where n % 24 = 0;

insert into meter_reading (reading_id, meter_id, supply_account_id, supplier_id, supplier_account_ref, user_id, request_key, period,
       status, captured_at, submitted_at, decided_at, version)
select payment, meter, account, supplier, ref, user_id, 'volume-' || m, to_char(moment, 'YYYY-MM'), 'ACCEPTED', moment, moment, moment, 2
  from step;

insert into reading_register (reading_id, code, unit, value) select payment, 'T1', 'M3', 1000 + m from step;

insert into payment_quote (quote_id, user_id, total_minor, currency, created_at, expires_at, payment_id)
select payment, user_id, 12345, 'RUB', moment, moment, payment from step;

insert into payment_quote_part (quote_id, position, supply_account_id, supplier_id, supplier_account_ref, mode, amount_minor, due_minor)
select payment, 0, account, supplier, ref, 'DEBT', 12345, 12345 from step;

insert into payment (payment_id, user_id, quote_id, request_key, status, total_minor, currency, method, return_url, created_at,
       expires_at, paid_at, posted_at, version)
select payment, user_id, payment, 'volume-' || m, 'POSTED', 12345, 'RUB', 'CARD', 'https://volume.example/', moment, moment, moment, moment, 5
  from step;

insert into payment_part (part_id, payment_id, position, supply_account_id, supplier_id, supplier_account_ref, amount_minor,
       advance_minor, fiscal_status, supplier_status)
select payment, payment, 0, account, supplier, ref, 12345, 0, 'REGISTERED', 'ACKED' from step;

insert into journal_transaction (transaction_id, kind, reference, payment_id, occurred_at)
select md5(kind || payment)::uuid, kind, payment, payment, moment from step, (values ('PAID'), ('POSTED')) kinds (kind);

insert into journal_entry (transaction_id, account, amount_minor, currency)
select md5('PAID' || payment)::uuid, 'PROVIDER_CLEARING', 12345, 'RUB' from step
union all select md5('PAID' || payment)::uuid, 'CUSTOMER_ADVANCE:' || account, -12345, 'RUB' from step
union all select md5('POSTED' || payment)::uuid, 'CUSTOMER_ADVANCE:' || account, 12345, 'RUB' from step
union all select md5('POSTED' || payment)::uuid, 'SUPPLIER_SETTLEMENT:' || supplier, -12345, 'RUB' from step;

analyze;
