package io.abonent.account.link;

import io.abonent.account.supplier.AccessMethod;
import io.abonent.platform.outbox.EventPublisher;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the access feature needs of a link: how far it reaches, and that it reach further. */
@Service
public class LinkAccess {

    /** @param account absent while the supplier has not confirmed the account */
    public record Reach(
            UUID linkId,
            UUID supplierId,
            boolean extended,
            @Nullable Account account) {}

    public record Account(UUID supplyAccountId, String supplierAccountRef) {}

    private final JdbcClient jdbc;
    private final AccountLinks links;
    private final SupplyAccounts accounts;
    private final EventPublisher events;
    private final Clock clock;

    LinkAccess(JdbcClient jdbc, AccountLinks links, SupplyAccounts accounts, EventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /** Empty for a link that is not this user's, is not there or has ended. */
    public Optional<Reach> find(UUID userId, UUID linkId) {
        return jdbc.sql("""
                        select l.supplier_id, l.access_level = 'EXTENDED' as extended, a.supply_account_id, a.supplier_account_ref
                        from account_link l left join supply_account a on a.supply_account_id = l.supply_account_id
                        where l.link_id = :linkId and l.user_id = :userId and l.status in ('PENDING_SUPPLIER', 'ACTIVE')""")
                .param("linkId", linkId)
                .param("userId", userId)
                .query((row, n) -> {
                    UUID accountId = row.getObject("supply_account_id", UUID.class);
                    return new Reach(
                            linkId,
                            row.getObject("supplier_id", UUID.class),
                            row.getBoolean("extended"),
                            accountId == null ? null : new Account(accountId, row.getString("supplier_account_ref")));
                })
                .optional();
    }

    /** @return false if the link has ended meanwhile; true as well if it reached that far already */
    @Transactional
    public boolean extend(UUID userId, UUID linkId, AccessMethod method) {
        Optional<AccountLink> found = links.lockedOf(userId, linkId).filter(link -> link.is(LinkStatus.ACTIVE));
        found.filter(link -> link.extend(method, clock.instant())).ifPresent(link -> {
            SupplyAccount account = accounts.find(Objects.requireNonNull(link.supplyAccountId()))
                    .orElseThrow();
            events.publish(link, extended -> AccountLinkEvents.extendedAccessGranted(extended, account));
        });
        return found.isPresent();
    }
}
