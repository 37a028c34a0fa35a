package io.abonent.billing.supplier;

import java.time.ZoneId;
import java.util.UUID;

/**
 * A supplier's rules as account-service last told them.
 *
 * @param paysNow whether new payments may be started: the supplier takes part and allows them
 * @param readsNow whether readings may be submitted at all
 * @param timeZone in which reading windows are counted
 */
public record SupplierProfile(
        UUID supplierId,
        String name,
        ZoneId timeZone,
        boolean paysNow,
        boolean readsNow,
        PaymentLimits payments,
        ReadingLimits readings) {

    public record PaymentLimits(String currency, long minAmountMinor, long maxAmountMinor, String taxId) {

        public boolean contains(long amountMinor) {
            return amountMinor >= minAmountMinor && amountMinor <= maxAmountMinor;
        }
    }

    /** @param hardWindow outside the days of the window a reading is refused, not counted for the next period */
    public record ReadingLimits(
            boolean allowedInBasic,
            boolean hardWindow,
            int windowFromDay,
            int windowToDay,
            int fractionDigits,
            boolean zeroAllowed,
            long maxConsumption) {}
}
