package io.abonent.billing.balance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.abonent.billing.backoffice.SupplierBackOffice.Line;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a holder sees.
 *
 * @param pendingMinor paid here and not yet in the supplier's figures; already taken off {@code amountDueMinor}
 * @param stale only if the figures are too old to rely on
 * @param lines by service; empty in BASIC access
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BalanceView(
        UUID supplyAccountId,
        long amountDueMinor,
        long creditMinor,
        long pendingMinor,
        String currency,
        Instant asOf,
        @Nullable Boolean stale,
        List<Line> lines) {

    public static BalanceView of(Balance balance, boolean extended, boolean stale) {
        return new BalanceView(
                balance.supplyAccountId(),
                balance.amountDueMinor(),
                balance.creditMinor(),
                balance.pendingMinor(),
                balance.currency(),
                balance.asOf(),
                stale ? true : null,
                extended ? balance.lines() : List.of());
    }
}
