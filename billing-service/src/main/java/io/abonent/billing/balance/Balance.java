package io.abonent.billing.balance;

import io.abonent.billing.backoffice.SupplierBackOffice.Figures;
import io.abonent.billing.backoffice.SupplierBackOffice.Line;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is due on one supply account: the supplier's figures less what customers have paid and the supplier does not show
 * yet. At most one of {@code amountDueMinor} and {@code creditMinor} is above zero.
 *
 * @param asOf for which moment the supplier's figures hold
 * @param askedAt when we last got figures
 */
public record Balance(
        UUID supplyAccountId,
        UUID supplierId,
        long debtMinor,
        long supplierCreditMinor,
        long pendingMinor,
        long amountDueMinor,
        long creditMinor,
        String currency,
        List<Line> lines,
        Instant asOf,
        Instant askedAt,
        long version) {

    static Balance of(UUID supplyAccountId, UUID supplierId, Figures figures, long pendingMinor, Instant askedAt) {
        long net = Math.subtractExact(Math.subtractExact(figures.debtMinor(), figures.creditMinor()), pendingMinor);
        return new Balance(
                supplyAccountId,
                supplierId,
                figures.debtMinor(),
                figures.creditMinor(),
                pendingMinor,
                Math.max(0, net),
                Math.max(0, -net),
                figures.currency(),
                figures.lines(),
                figures.asOf(),
                askedAt,
                0);
    }

    Balance withPending(long nowPendingMinor) {
        Figures figures = new Figures(debtMinor, supplierCreditMinor, currency, asOf, lines);
        return of(supplyAccountId, supplierId, figures, nowPendingMinor, askedAt)
                .withVersion(version);
    }

    Balance withVersion(long newVersion) {
        return new Balance(
                supplyAccountId,
                supplierId,
                debtMinor,
                supplierCreditMinor,
                pendingMinor,
                amountDueMinor,
                creditMinor,
                currency,
                lines,
                asOf,
                askedAt,
                newVersion);
    }

    /** Whether others have to be told; a newer {@code asOf} of the same figures is no news. */
    boolean saysTheSameAs(Balance other) {
        return amountDueMinor == other.amountDueMinor
                && creditMinor == other.creditMinor
                && currency.equals(other.currency)
                && lines.equals(other.lines);
    }
}
