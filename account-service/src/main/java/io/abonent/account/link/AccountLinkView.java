package io.abonent.account.link;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link as its holder sees it.
 *
 * @param supplyAccountId absent until the supplier has confirmed the account, as are address and linkedAt
 * @param address masked in BASIC, in full in EXTENDED
 */
record AccountLinkView(
        UUID linkId,
        @Nullable UUID supplyAccountId,
        UUID supplierId,
        String supplierName,
        String accountNumber,
        String accountNumberDisplay,
        @Nullable String address,
        AccessLevel accessLevel,
        LinkStatus status,
        @Nullable String alias,
        @Nullable Instant linkedAt) {

    record AccountLinkItems(List<AccountLinkView> items) {}

    static AccountLinkView of(AccountLink link, String supplierName, @Nullable SupplyAccount account) {
        return new AccountLinkView(
                link.id(),
                link.supplyAccountId(),
                link.supplierId(),
                supplierName,
                link.accountNumber(),
                link.accountNumberDisplay(),
                account == null ? null : shown(account.address(), link.accessLevel()),
                link.accessLevel(),
                link.status(),
                link.alias(),
                link.linkedAt());
    }

    static String shown(String address, AccessLevel level) {
        return switch (level) {
            case BASIC -> MaskedAddress.of(address);
            case EXTENDED -> address;
        };
    }
}
