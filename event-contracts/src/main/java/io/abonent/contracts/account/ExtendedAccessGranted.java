package io.abonent.contracts.account;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The holder of a link proved to hold the bill or to stand before the meter. Full state of the link, as in linking. */
public record ExtendedAccessGranted(
        UUID linkId,
        UUID userId,
        UUID supplyAccountId,
        UUID supplierId,
        String supplierAccountRef,
        String accountNumberMasked,
        AccessLevel accessLevel,
        @Nullable String alias,
        Method method,
        Instant grantedAt,
        long version)
        implements Event {

    public enum Method {
        PIN,
        METER_SERIAL
    }

    @Override
    public UUID aggregateId() {
        return linkId;
    }
}
