package io.abonent.billing.ledger;

import io.abonent.platform.event.Ids;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The journal: append-only, each transaction balanced; the database checks both again. */
@Component
public class Ledger {

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Together with the change that causes it, never alone.
     *
     * @return false if this movement is in the books already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean enter(JournalTransaction transaction) {
        UUID id = Ids.next();
        int entered = jdbc.sql("""
                insert into journal_transaction (transaction_id, kind, reference, payment_id, occurred_at)
                values (:id, :kind, :reference, :payment, :at)
                on conflict (kind, reference) do nothing
                """)
                .param("id", id)
                .param("kind", transaction.kind().name())
                .param("reference", transaction.reference())
                .param("payment", transaction.paymentId())
                .param("at", Timestamp.from(transaction.occurredAt()))
                .update();
        if (entered == 0) {
            return false;
        }
        List<JournalTransaction.Entry> entries = transaction.entries();
        jdbc.sql("""
                insert into journal_entry (transaction_id, account, amount_minor, currency)
                select :id, e.* from unnest(:accounts, :amounts, :currencies) e
                """)
                .param("id", id)
                .param(
                        "accounts",
                        entries.stream().map(entry -> entry.account().code()).toArray(String[]::new))
                .param(
                        "amounts",
                        entries.stream()
                                .map(JournalTransaction.Entry::amountMinor)
                                .toArray(Long[]::new))
                .param(
                        "currencies",
                        entries.stream().map(JournalTransaction.Entry::currency).toArray(String[]::new))
                .update();
        return true;
    }

    /** Transactions that do not balance and advances below zero: always empty, or somebody has to be woken. */
    public List<Imbalance> imbalances() {
        return jdbc.sql("select what, currency, off_by_minor from journal_imbalance")
                .query(Imbalance.class)
                .list();
    }

    public record Imbalance(String what, String currency, long offByMinor) {}
}
