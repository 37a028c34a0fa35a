package io.abonent.billing.balance;

import io.abonent.billing.link.Link;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The busiest read of the service in one statement: consent, link and figures. */
@Component
class BalanceReads {

    private final JdbcClient jdbc;
    private final Balances balances;
    private final Clock clock;

    BalanceReads(JdbcClient jdbc, Balances balances, Clock clock) {
        this.jdbc = jdbc;
        this.balances = balances;
        this.clock = clock;
    }

    /** @param link empty if the replica knows none */
    record Seen(boolean consentOpen, Optional<Link> link, Optional<Balance> balance) {}

    Seen look(UUID userId, UUID supplyAccountId) {
        return jdbc.sql("""
                select consent_open(:user, :at) as consent_open,
                       l.link_id, l.supplier_id as link_supplier, l.supplier_account_ref as link_ref,
                       l.access_level, b.*
                  from (values (1)) once
                  left join lateral (select * from account_link
                                      where user_id = :user and supply_account_id = :account and active
                                      order by access_level desc limit 1) l on true
                  left join account_balance b on b.supply_account_id = :account
                """)
                .param("user", userId)
                .param("account", supplyAccountId)
                .param("at", Timestamp.from(clock.instant()))
                .query((row, number) -> {
                    UUID linkId = row.getObject("link_id", UUID.class);
                    Optional<Link> link = linkId == null
                            ? Optional.empty()
                            : Optional.of(new Link(
                                    linkId,
                                    userId,
                                    supplyAccountId,
                                    row.getObject("link_supplier", UUID.class),
                                    row.getString("link_ref"),
                                    row.getString("access_level").equals("EXTENDED")));
                    Optional<Balance> balance = row.getObject("version") == null
                            ? Optional.empty()
                            : Optional.of(balances.balance(row, number));
                    return new Seen(row.getBoolean("consent_open"), link, balance);
                })
                .single();
    }
}
