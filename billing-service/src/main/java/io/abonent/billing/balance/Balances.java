package io.abonent.billing.balance;

import io.abonent.billing.backoffice.SupplierBackOffice.Figures;
import io.abonent.billing.backoffice.SupplierBackOffice.Line;
import io.abonent.billing.link.Link;
import io.abonent.platform.outbox.EventPublisher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The balances as last known. */
@Component
class Balances {

    private static final TypeReference<List<Line>> LINES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final EventPublisher events;

    Balances(JdbcClient jdbc, JsonMapper json, EventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
    }

    Optional<Balance> find(UUID supplyAccountId) {
        return jdbc.sql("select * from account_balance where supply_account_id = :id")
                .param("id", supplyAccountId)
                .query(this::balance)
                .optional();
    }

    /** To be taken before the supplier is asked: what it confirmed earlier is in the figures it then gives. */
    long nextMoment() {
        return jdbc.sql("select nextval('back_office_moment')")
                .query(Long.class)
                .single();
    }

    /** Stores what the supplier said, unless an answer to a later question is here already. */
    @Transactional
    public Balance store(Link link, Figures figures, long askedMoment, Instant askedAt) {
        lockAccount(link.supplyAccountId());
        Optional<Known> before = jdbc.sql("select * from account_balance where supply_account_id = :id")
                .param("id", link.supplyAccountId())
                .query((row, number) -> new Known(balance(row, number), row.getLong("asked_moment")))
                .optional();
        if (before.isPresent() && before.get().askedMoment() > askedMoment) {
            return before.get().balance();
        }
        Optional<Balance> known = before.map(Known::balance);
        jdbc.sql("delete from pending_payment where supply_account_id = :id and acked_moment < :moment")
                .param("id", link.supplyAccountId())
                .param("moment", askedMoment)
                .update();
        long pending = pendingOf(link.supplyAccountId());
        Balance balance = Balance.of(link.supplyAccountId(), link.supplierId(), figures, pending, askedAt);
        boolean news = known.map(last -> !last.saysTheSameAs(balance)).orElse(true);
        long version = known.map(Balance::version).orElse(0L) + (news ? 1 : 0);
        Balance stored = balance.withVersion(version);
        write(stored, link.supplierAccountRef(), askedMoment);
        if (news) {
            events.publish(BalanceEvents.updated(stored));
        }
        return stored;
    }

    /** After the payments on their way have changed. Without figures there is nothing to correct yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pendingChanged(UUID supplyAccountId) {
        Optional<Balance> known = find(supplyAccountId);
        if (known.isEmpty()) {
            return;
        }
        Balance before = known.get();
        Balance after = before.withPending(pendingOf(supplyAccountId)).withVersion(before.version() + 1);
        if (after.saysTheSameAs(before)) {
            return;
        }
        jdbc.sql("""
                update account_balance set pending_minor = :pending, amount_due_minor = :due, credit_minor = :credit,
                    version = :version
                 where supply_account_id = :id
                """)
                .param("pending", after.pendingMinor())
                .param("due", after.amountDueMinor())
                .param("credit", after.creditMinor())
                .param("version", after.version())
                .param("id", supplyAccountId)
                .update();
        events.publish(BalanceEvents.updated(after));
    }

    /** A lock on the account itself and not on its row, which may not be there yet. Held to the end of the transaction. */
    void lockAccount(UUID supplyAccountId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('balance:' || :id, 0))")
                .param("id", supplyAccountId.toString())
                .query((row, number) -> true)
                .single();
    }

    private record Known(Balance balance, long askedMoment) {}

    private long pendingOf(UUID supplyAccountId) {
        return jdbc.sql("select coalesce(sum(amount_minor), 0) from pending_payment where supply_account_id = :id")
                .param("id", supplyAccountId)
                .query(Long.class)
                .single();
    }

    private void write(Balance balance, String supplierAccountRef, long askedMoment) {
        jdbc.sql("""
                insert into account_balance (supply_account_id, supplier_id, supplier_account_ref, debt_minor,
                    supplier_credit_minor, currency, lines, as_of, asked_at, asked_moment, pending_minor,
                    amount_due_minor, credit_minor, version)
                values (:id, :supplier, :ref, :debt, :supplierCredit, :currency, cast(:lines as jsonb), :asOf, :askedAt,
                    :moment, :pending, :due, :credit, :version)
                on conflict (supply_account_id) do update set (supplier_account_ref, debt_minor, supplier_credit_minor,
                    currency, lines, as_of, asked_at, asked_moment, pending_minor, amount_due_minor, credit_minor, version)
                    = (excluded.supplier_account_ref, excluded.debt_minor, excluded.supplier_credit_minor,
                    excluded.currency, excluded.lines, excluded.as_of, excluded.asked_at, excluded.asked_moment,
                    excluded.pending_minor, excluded.amount_due_minor, excluded.credit_minor, excluded.version)
                """)
                .param("id", balance.supplyAccountId())
                .param("supplier", balance.supplierId())
                .param("ref", supplierAccountRef)
                .param("debt", balance.debtMinor())
                .param("supplierCredit", balance.supplierCreditMinor())
                .param("currency", balance.currency())
                .param("lines", json.writeValueAsString(balance.lines()))
                .param("asOf", Timestamp.from(balance.asOf()))
                .param("askedAt", Timestamp.from(balance.askedAt()))
                .param("moment", askedMoment)
                .param("pending", balance.pendingMinor())
                .param("due", balance.amountDueMinor())
                .param("credit", balance.creditMinor())
                .param("version", balance.version())
                .update();
    }

    Balance balance(ResultSet row, int number) throws SQLException {
        return new Balance(
                row.getObject("supply_account_id", UUID.class),
                row.getObject("supplier_id", UUID.class),
                row.getLong("debt_minor"),
                row.getLong("supplier_credit_minor"),
                row.getLong("pending_minor"),
                row.getLong("amount_due_minor"),
                row.getLong("credit_minor"),
                row.getString("currency"),
                json.readValue(row.getString("lines"), LINES),
                row.getTimestamp("as_of").toInstant(),
                row.getTimestamp("asked_at").toInstant(),
                row.getLong("version"));
    }
}
