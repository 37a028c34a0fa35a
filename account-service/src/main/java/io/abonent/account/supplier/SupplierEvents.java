package io.abonent.account.supplier;

import io.abonent.contracts.account.SupplierProfileChanged;
import java.util.UUID;

/** Suppliers on the wire; the only class of this feature that knows the contract. */
final class SupplierEvents {

    private SupplierEvents() {}

    static SupplierProfileChanged profileChanged(UUID supplierId, SupplierProfile profile, long version) {
        return new SupplierProfileChanged(
                supplierId,
                profile.name(),
                status(profile.status()),
                profile.timeZone(),
                profile.fullAccessByDefault(),
                profile.supportEmail(),
                payments(profile.payments()),
                readings(profile.readings()),
                version);
    }

    private static SupplierProfileChanged.PaymentRules payments(PaymentRules rules) {
        return new SupplierProfileChanged.PaymentRules(
                rules.allowed(),
                rules.currency(),
                rules.minAmountMinor(),
                rules.maxAmountMinor(),
                rules.dueDayOfMonth(),
                rules.taxId());
    }

    private static SupplierProfileChanged.ReadingRules readings(ReadingRules rules) {
        return new SupplierProfileChanged.ReadingRules(
                rules.allowed(),
                rules.allowedInBasic(),
                windowMode(rules.windowMode()),
                rules.windowFromDay(),
                rules.windowToDay(),
                rules.fractionDigits(),
                rules.zeroAllowed(),
                rules.maxConsumption());
    }

    private static SupplierProfileChanged.Status status(SupplierStatus status) {
        return switch (status) {
            case ACTIVE -> SupplierProfileChanged.Status.ACTIVE;
            case MAINTENANCE -> SupplierProfileChanged.Status.MAINTENANCE;
            case SUSPENDED -> SupplierProfileChanged.Status.SUSPENDED;
            case RETIRED -> SupplierProfileChanged.Status.RETIRED;
        };
    }

    private static SupplierProfileChanged.WindowMode windowMode(ReadingRules.WindowMode mode) {
        return switch (mode) {
            case ALWAYS -> SupplierProfileChanged.WindowMode.ALWAYS;
            case HARD_WINDOW -> SupplierProfileChanged.WindowMode.HARD_WINDOW;
        };
    }
}
