package io.abonent.billing.balance;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money that was paid and that the supplier's figures do not show yet. It stays off the debt until the supplier, asked
 * after it had confirmed the posting, gives new figures: not a moment less, or the debt would be shown again and paid
 * twice; not a moment more, or it would be taken off twice.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PendingPayments {

    private final JdbcClient jdbc;
    private final Balances balances;

    PendingPayments(JdbcClient jdbc, Balances balances) {
        this.jdbc = jdbc;
        this.balances = balances;
    }

    public void paid(UUID partId, UUID supplyAccountId, long amountMinor) {
        balances.lockAccount(supplyAccountId);
        jdbc.sql("""
                insert into pending_payment (part_id, supply_account_id, amount_minor)
                values (:part, :account, :amount) on conflict (part_id) do nothing
                """)
                .param("part", partId)
                .param("account", supplyAccountId)
                .param("amount", amountMinor)
                .update();
        balances.pendingChanged(supplyAccountId);
    }

    /** It went back before the supplier was told: the debt stands again. */
    public void wentBack(UUID partId, UUID supplyAccountId) {
        balances.lockAccount(supplyAccountId);
        jdbc.sql("delete from pending_payment where part_id = ?").param(partId).update();
        balances.pendingChanged(supplyAccountId);
    }

    public void confirmedBySupplier(UUID partId) {
        jdbc.sql("""
                update pending_payment set acked_moment = nextval('back_office_moment')
                 where part_id = :part and acked_moment is null
                """).param("part", partId).update();
    }
}
