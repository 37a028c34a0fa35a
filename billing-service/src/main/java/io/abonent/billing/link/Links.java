package io.abonent.billing.link;

import io.abonent.contracts.account.AccessLevel;
import io.abonent.contracts.account.AccountLinked;
import io.abonent.contracts.account.AccountUnlinked;
import io.abonent.contracts.account.ExtendedAccessGranted;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The local replica of links: written from events and, if a link is asked for earlier, from what its owner tells. */
@Component
class Links {

    private final JdbcClient jdbc;
    private final List<LinkFollowUp> followUps;

    Links(JdbcClient jdbc, List<LinkFollowUp> followUps) {
        this.jdbc = jdbc;
        this.followUps = followUps;
    }

    /** The strongest active link of the person to the account. */
    Optional<Link> find(UUID userId, UUID supplyAccountId) {
        return jdbc.sql("""
                select link_id, user_id, supply_account_id, supplier_id, supplier_account_ref,
                       access_level = 'EXTENDED' as extended
                  from account_link
                 where user_id = :user and supply_account_id = :account and active
                 order by access_level desc limit 1
                """)
                .param("user", userId)
                .param("account", supplyAccountId)
                .query(Link.class)
                .optional();
    }

    @Transactional
    public void linked(AccountLinked event) {
        Link link = new Link(
                event.linkId(),
                event.userId(),
                event.supplyAccountId(),
                event.supplierId(),
                event.supplierAccountRef(),
                event.accessLevel() == AccessLevel.EXTENDED);
        keep(link, event.version());
    }

    @Transactional
    public void extended(ExtendedAccessGranted event) {
        Link link = new Link(
                event.linkId(),
                event.userId(),
                event.supplyAccountId(),
                event.supplierId(),
                event.supplierAccountRef(),
                event.accessLevel() == AccessLevel.EXTENDED);
        // Full state: it also heals a lost AccountLinked, and then prepares the account just the same.
        keep(link, event.version());
    }

    /** As if the event had come; when it does, or has, versions decide. */
    @Transactional
    public void told(UUID userId, UUID supplyAccountId, LinkState state) {
        Link link = new Link(
                state.linkId(),
                userId,
                supplyAccountId,
                state.supplierId(),
                state.supplierAccountRef(),
                state.extended());
        keep(link, state.version());
    }

    void unlinked(AccountUnlinked event) {
        Link link = new Link(event.linkId(), event.userId(), event.supplyAccountId(), event.supplierId(), "", false);
        put(link, null, false, event.version());
    }

    private void keep(Link link, long version) {
        if (put(link, link.supplierAccountRef(), true, version)) {
            followUps.forEach(followUp -> followUp.linked(link));
        }
    }

    private boolean put(Link link, @Nullable String supplierAccountRef, boolean active, long version) {
        return jdbc.sql("""
                        insert into account_link (link_id, user_id, supply_account_id, supplier_id, supplier_account_ref,
                            access_level, active, version)
                        values (:id, :user, :account, :supplier, :ref, :level, :active, :version)
                        on conflict (link_id) do update set
                            supplier_account_ref = coalesce(excluded.supplier_account_ref, account_link.supplier_account_ref),
                            access_level = excluded.access_level, active = excluded.active, version = excluded.version
                        where excluded.version > account_link.version
                        """)
                        .param("id", link.linkId())
                        .param("user", link.userId())
                        .param("account", link.supplyAccountId())
                        .param("supplier", link.supplierId())
                        .param("ref", supplierAccountRef)
                        .param("level", link.extended() ? "EXTENDED" : "BASIC")
                        .param("active", active)
                        .param("version", version)
                        .update()
                > 0;
    }
}
