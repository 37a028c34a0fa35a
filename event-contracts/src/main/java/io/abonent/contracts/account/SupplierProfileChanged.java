package io.abonent.contracts.account;

import io.abonent.contracts.Event;
import java.util.UUID;

/**
 * The supplier's rules as they are now.
 *
 * @param timeZone IANA name; reading windows and due dates are counted in it
 * @param fullAccessByDefault links start EXTENDED, nothing has to be proven
 * @param supportEmail where this supplier's staff reads tickets, empty if the platform answers
 */
public record SupplierProfileChanged(
        UUID supplierId,
        String name,
        Status status,
        String timeZone,
        boolean fullAccessByDefault,
        String supportEmail,
        PaymentRules payments,
        ReadingRules readings,
        long version)
        implements Event {

    public enum Status {
        ACTIVE,
        MAINTENANCE,
        SUSPENDED,
        RETIRED
    }

    /**
     * @param taxId INN of the payee, printed on the fiscal receipt
     * @param minAmountMinor smallest payment of one part, in minor units of {@code currency}
     * @param maxAmountMinor largest payment of one part
     * @param dueDayOfMonth the bill of a month is due on this day of the next one
     */
    public record PaymentRules(
            boolean allowed,
            String currency,
            long minAmountMinor,
            long maxAmountMinor,
            int dueDayOfMonth,
            String taxId) {}

    /**
     * @param allowedInBasic whether BASIC access may submit readings
     * @param windowMode what happens outside the days {@code windowFromDay..windowToDay} of a month, both included
     * @param fractionDigits digits after the point which the supplier bills; more are cut off, not rounded
     * @param zeroAllowed whether a reading equal to the previous one is accepted
     * @param maxConsumption consumption in one submission above which the reading is refused
     */
    public record ReadingRules(
            boolean allowed,
            boolean allowedInBasic,
            WindowMode windowMode,
            int windowFromDay,
            int windowToDay,
            int fractionDigits,
            boolean zeroAllowed,
            long maxConsumption) {}

    public enum WindowMode {
        /** Accepted on any day; after the last day of the window it counts for the next period. */
        ALWAYS,
        /** Refused outside the window. */
        HARD_WINDOW
    }

    @Override
    public UUID aggregateId() {
        return supplierId;
    }
}
