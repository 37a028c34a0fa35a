package io.abonent.billing.payment;

import java.util.UUID;

/** Why no payment was begun. */
sealed interface PaymentRefused {

    record NotYours() implements PaymentRefused {}

    record QuoteExpired() implements PaymentRefused {}

    record QuoteChanged(UUID supplyAccountId) implements PaymentRefused {}

    record QuoteUsed(UUID paymentId) implements PaymentRefused {}

    record DuplicateSuspected(UUID paymentId) implements PaymentRefused {}
}
