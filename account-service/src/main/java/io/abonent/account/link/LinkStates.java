package io.abonent.account.link;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What replicas of links elsewhere should hold, read in one round trip without a transaction. */
@Repository
class LinkStates {

    private final JdbcClient jdbc;

    LinkStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most one: a person links an account once. */
    List<LinkState> of(UUID userId, UUID supplyAccountId) {
        return jdbc.sql("""
                        select l.link_id, l.supplier_id, a.supplier_account_ref, l.access_level = 'EXTENDED' as extended, l.version
                        from account_link l join supply_account a on a.supply_account_id = l.supply_account_id
                        where l.user_id = :userId and l.supply_account_id = :account and l.status = 'ACTIVE'""")
                .param("userId", userId)
                .param("account", supplyAccountId)
                .query(LinkState.class)
                .list();
    }
}
