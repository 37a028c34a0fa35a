package io.abonent.billing.balance;

import io.abonent.billing.link.Link;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The busiest reads of the service, each in one statement: consent, link and figures. */
@Component
public class BalanceReads {

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

    public record All(boolean consentOpen, List<Held> accounts) {}

    /** @param balance as last known; empty if it never was */
    public record Held(Link link, Optional<Balance> balance) {}

    Seen look(UUID userId, UUID supplyAccountId) {
        return jdbc.sql("""
                select consent_open(:user, :at) as consent_open,
                       l.link_id, l.supply_account_id as link_account, l.supplier_id as link_supplier,
                       l.supplier_account_ref as link_ref, l.access_level, b.*
                  from (values (1)) once
                  left join lateral (select * from account_link
                                      where user_id = :user and supply_account_id = :account and active
                                      order by access_level desc limit 1) l on true
                  left join account_balance b on b.supply_account_id = :account
                """)
                .param("user", userId)
                .param("account", supplyAccountId)
                .param("at", Timestamp.from(clock.instant()))
                .query((row, number) ->
                        new Seen(row.getBoolean("consent_open"), link(row, userId), balance(row, number)))
                .single();
    }

    /** All accounts of the person, the one linked first before the others. */
    public All all(UUID userId) {
        List<Seen> rows = jdbc.sql("""
                select consent_open(:user, :at) as consent_open,
                       l.link_id, l.supply_account_id as link_account, l.supplier_id as link_supplier,
                       l.supplier_account_ref as link_ref, l.access_level, b.*
                  from (values (1)) once
                  left join (select distinct on (supply_account_id) * from account_link
                              where user_id = :user and active
                              order by supply_account_id, access_level desc) l on true
                  left join account_balance b on b.supply_account_id = l.supply_account_id
                 order by l.link_id
                """)
                .param("user", userId)
                .param("at", Timestamp.from(clock.instant()))
                .query((row, number) ->
                        new Seen(row.getBoolean("consent_open"), link(row, userId), balance(row, number)))
                .list();
        return new All(
                rows.getFirst().consentOpen(),
                rows.stream()
                        .flatMap(row -> row.link().map(link -> new Held(link, row.balance())).stream())
                        .toList());
    }

    private static Optional<Link> link(ResultSet row, UUID userId) throws SQLException {
        UUID linkId = row.getObject("link_id", UUID.class);
        if (linkId == null) {
            return Optional.empty();
        }
        return Optional.of(new Link(
                linkId,
                userId,
                row.getObject("link_account", UUID.class),
                row.getObject("link_supplier", UUID.class),
                row.getString("link_ref"),
                row.getString("access_level").equals("EXTENDED")));
    }

    private Optional<Balance> balance(ResultSet row, int number) throws SQLException {
        return row.getObject("version") == null ? Optional.empty() : Optional.of(balances.balance(row, number));
    }
}
