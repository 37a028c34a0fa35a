package io.abonent.account.link;

import io.abonent.account.supplier.AccountLookup;
import io.abonent.platform.event.Ids;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts that somebody has linked, as their suppliers last described them. */
@Repository
class SupplyAccounts {

    private final JdbcClient jdbc;
    private final Clock clock;

    SupplyAccounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The same account for everybody who links this number, whoever comes first (F-58). */
    SupplyAccount confirmed(UUID supplierId, String accountNumber, AccountLookup.Found found) {
        UUID id = jdbc.sql("""
                        insert into supply_account as a
                            (supply_account_id, supplier_id, account_number, supplier_account_ref, address, currency, confirmed_at)
                        values (:id, :supplierId, :accountNumber, :ref, :address, :currency, :now)
                        on conflict (supplier_id, account_number) do update set
                            supplier_account_ref = excluded.supplier_account_ref, address = excluded.address,
                            currency = excluded.currency, confirmed_at = excluded.confirmed_at
                        returning supply_account_id""")
                .param("id", Ids.next())
                .param("supplierId", supplierId)
                .param("accountNumber", accountNumber)
                .param("ref", found.accountRef())
                .param("address", found.address())
                .param("currency", found.currency())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
        return new SupplyAccount(id, found.accountRef(), found.address());
    }

    Optional<SupplyAccount> find(UUID supplyAccountId) {
        return jdbc.sql("select supplier_account_ref, address from supply_account where supply_account_id = :id")
                .param("id", supplyAccountId)
                .query((row, n) -> new SupplyAccount(supplyAccountId, row.getString(1), row.getString(2)))
                .optional();
    }
}
