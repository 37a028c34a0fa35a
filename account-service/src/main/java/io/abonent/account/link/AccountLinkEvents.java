package io.abonent.account.link;

import io.abonent.account.supplier.AccessMethod;
import io.abonent.contracts.account.AccountLinked;
import io.abonent.contracts.account.AccountUnlinked;
import io.abonent.contracts.account.ExtendedAccessGranted;
import java.util.Objects;

/** Links on the wire; the only class of this feature that knows the contract. */
final class AccountLinkEvents {

    private AccountLinkEvents() {}

    static AccountLinked linked(AccountLink link, SupplyAccount account) {
        return new AccountLinked(
                link.id(),
                link.userId(),
                account.id(),
                link.supplierId(),
                account.supplierAccountRef(),
                link.accountNumberMasked(),
                level(link.accessLevel()),
                link.alias(),
                Objects.requireNonNull(link.linkedAt()),
                link.version());
    }

    static AccountUnlinked unlinked(AccountLink link, UnlinkCause cause) {
        return new AccountUnlinked(
                link.id(),
                link.userId(),
                Objects.requireNonNull(link.supplyAccountId()),
                link.supplierId(),
                link.accountNumberMasked(),
                cause(cause),
                Objects.requireNonNull(link.endedAt()),
                link.version());
    }

    static ExtendedAccessGranted extendedAccessGranted(AccountLink link, SupplyAccount account) {
        return new ExtendedAccessGranted(
                link.id(),
                link.userId(),
                account.id(),
                link.supplierId(),
                account.supplierAccountRef(),
                link.accountNumberMasked(),
                level(link.accessLevel()),
                link.alias(),
                method(Objects.requireNonNull(link.accessMethod())),
                Objects.requireNonNull(link.accessGrantedAt()),
                link.version());
    }

    private static AccountUnlinked.Cause cause(UnlinkCause cause) {
        return switch (cause) {
            case USER -> AccountUnlinked.Cause.USER;
            case CONSENT_WITHDRAWN -> AccountUnlinked.Cause.CONSENT_WITHDRAWN;
        };
    }

    private static io.abonent.contracts.account.AccessLevel level(AccessLevel level) {
        return switch (level) {
            case BASIC -> io.abonent.contracts.account.AccessLevel.BASIC;
            case EXTENDED -> io.abonent.contracts.account.AccessLevel.EXTENDED;
        };
    }

    private static ExtendedAccessGranted.Method method(AccessMethod method) {
        return switch (method) {
            case PIN -> ExtendedAccessGranted.Method.PIN;
            case METER_SERIAL -> ExtendedAccessGranted.Method.METER_SERIAL;
        };
    }
}
