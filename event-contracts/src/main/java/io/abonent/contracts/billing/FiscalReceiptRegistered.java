package io.abonent.contracts.billing;

import io.abonent.contracts.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * The cash register has issued the receipt of one part of a payment (54-FZ).
 *
 * @param fiscalDrive tag 1041
 * @param fiscalDocument tag 1040
 * @param fiscalSign tag 1077
 * @param url the receipt at the operator of fiscal data
 */
public record FiscalReceiptRegistered(
        UUID paymentId,
        UUID userId,
        UUID partId,
        long amountMinor,
        String currency,
        String fiscalDrive,
        long fiscalDocument,
        String fiscalSign,
        String url,
        Instant registeredAt,
        long version)
        implements Event {

    @Override
    public UUID aggregateId() {
        return paymentId;
    }
}
