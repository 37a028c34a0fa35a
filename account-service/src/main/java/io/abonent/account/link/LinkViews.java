package io.abonent.account.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A user's links, read in one round trip without a transaction: billing-service asks for them on a local miss. */
@Repository
class LinkViews {

    /** A refusal that came late stays visible for a while, so that its user learns of it. */
    private static final Duration REFUSED_SHOWN = Duration.ofDays(7);

    private static final String SELECT = """
            select l.link_id, l.version, l.supply_account_id, l.supplier_id, s.name, l.account_number,
                   l.account_number_display, a.address, l.access_level, l.status, l.alias, l.linked_at
            from account_link l
                join supplier s on s.supplier_id = l.supplier_id
                left join supply_account a on a.supply_account_id = l.supply_account_id
            where l.user_id = :userId
              and (l.status in ('PENDING_SUPPLIER', 'ACTIVE')
                   or l.status in ('REJECTED', 'TIMED_OUT') and l.ended_at > :refusedAfter)
            """;

    record Versioned(long version, AccountLinkView view) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    LinkViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order they were linked; at most the limit of links and a few late refusals. */
    List<AccountLinkView> of(UUID userId) {
        return jdbc.sql(SELECT + " order by l.link_id limit 200")
                .param("userId", userId)
                .param("refusedAfter", refusedAfter())
                .query((row, n) -> view(row))
                .list();
    }

    Optional<Versioned> find(UUID userId, UUID linkId) {
        return jdbc.sql(SELECT + " and l.link_id = :linkId")
                .param("userId", userId)
                .param("refusedAfter", refusedAfter())
                .param("linkId", linkId)
                .query((row, n) -> new Versioned(row.getLong("version"), view(row)))
                .optional();
    }

    private OffsetDateTime refusedAfter() {
        return clock.instant().minus(REFUSED_SHOWN).atOffset(ZoneOffset.UTC);
    }

    private static AccountLinkView view(ResultSet row) throws SQLException {
        AccessLevel level = AccessLevel.valueOf(row.getString("access_level"));
        String address = row.getString("address");
        return new AccountLinkView(
                row.getObject("link_id", UUID.class),
                row.getObject("supply_account_id", UUID.class),
                row.getObject("supplier_id", UUID.class),
                row.getString("name"),
                row.getString("account_number"),
                row.getString("account_number_display"),
                address == null ? null : AccountLinkView.shown(address, level),
                level,
                LinkStatus.valueOf(row.getString("status")),
                row.getString("alias"),
                instant(row.getObject("linked_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
