package io.abonent.notification.link;

import io.abonent.contracts.account.AccountLinked;
import io.abonent.contracts.account.AccountUnlinked;
import io.abonent.contracts.account.ExtendedAccessGranted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who acts on which supply account. Replica of account-service, do not write. */
@Repository
public class AccountLinks {

    private final JdbcClient jdbc;

    AccountLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void linked(AccountLinked event) {
        upsert(
                new AccountLink(
                        event.linkId(),
                        event.userId(),
                        event.supplyAccountId(),
                        event.supplierId(),
                        event.accountNumberMasked()),
                true,
                event.version());
    }

    public void extended(ExtendedAccessGranted event) {
        upsert(
                new AccountLink(
                        event.linkId(),
                        event.userId(),
                        event.supplyAccountId(),
                        event.supplierId(),
                        event.accountNumberMasked()),
                true,
                event.version());
    }

    public void unlinked(AccountUnlinked event) {
        upsert(
                new AccountLink(
                        event.linkId(),
                        event.userId(),
                        event.supplyAccountId(),
                        event.supplierId(),
                        event.accountNumberMasked()),
                false,
                event.version());
    }

    public Optional<AccountLink> activeLink(UUID linkId, UUID userId) {
        return jdbc.sql("""
                        select link_id, user_id, supply_account_id, supplier_id, account_number_masked
                        from account_link where link_id = :linkId and user_id = :userId and active""")
                .param("linkId", linkId)
                .param("userId", userId)
                .query(AccountLinks::link)
                .optional();
    }

    /** Everybody else who acts on the account, each person once. */
    public List<UUID> otherHolders(UUID supplyAccountId, UUID userId) {
        return jdbc.sql("""
                        select distinct user_id from account_link
                        where supply_account_id = :supplyAccountId and active and user_id <> :userId
                        order by user_id""")
                .param("supplyAccountId", supplyAccountId)
                .param("userId", userId)
                .query(UUID.class)
                .list();
    }

    private void upsert(AccountLink link, boolean active, long version) {
        jdbc.sql("""
                        insert into account_link (link_id, user_id, supply_account_id, supplier_id,
                            account_number_masked, active, version)
                        values (:linkId, :userId, :supplyAccountId, :supplierId, :accountNumberMasked, :active, :version)
                        on conflict (link_id) do update set user_id = excluded.user_id,
                            supply_account_id = excluded.supply_account_id, supplier_id = excluded.supplier_id,
                            account_number_masked = excluded.account_number_masked, active = excluded.active,
                            version = excluded.version
                        where excluded.version > account_link.version""")
                .param("linkId", link.linkId())
                .param("userId", link.userId())
                .param("supplyAccountId", link.supplyAccountId())
                .param("supplierId", link.supplierId())
                .param("accountNumberMasked", link.accountNumberMasked())
                .param("active", active)
                .param("version", version)
                .update();
    }

    private static AccountLink link(ResultSet row, int number) throws SQLException {
        return new AccountLink(
                row.getObject("link_id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getObject("supply_account_id", UUID.class),
                row.getObject("supplier_id", UUID.class),
                row.getString("account_number_masked"));
    }
}
