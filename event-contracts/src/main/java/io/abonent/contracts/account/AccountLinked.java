package io.abonent.contracts.account;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person may now act on a supply account.
 *
 * @param supplierAccountRef the supplier's own opaque reference, by which its back office is asked; not the number on
 *     the bill
 * @param accountNumberMasked e.g. {@code ****5952}
 * @param alias the person's own name for it
 */
public record AccountLinked(
        UUID linkId,
        UUID userId,
        UUID supplyAccountId,
        UUID supplierId,
        String supplierAccountRef,
        String accountNumberMasked,
        AccessLevel accessLevel,
        @Nullable String alias,
        Instant linkedAt,
        long version)
        implements Event {

    @Override
    public UUID aggregateId() {
        return linkId;
    }
}
