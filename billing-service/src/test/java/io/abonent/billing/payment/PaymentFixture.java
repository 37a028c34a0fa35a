package io.abonent.billing.payment;

import io.abonent.billing.provider.PaymentProvider.ProviderPayment;
import io.abonent.billing.provider.PaymentProvider.State;
import io.abonent.platform.event.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payments for tests that only care about a part of them. */
final class PaymentFixture {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final String PROVIDER_ID = "2f9c0000-000f-5000-9000-1db2e3e4c5a6";

    private PaymentFixture() {}

    static Payment payment(long... amounts) {
        List<Part> parts = new ArrayList<>();
        long total = 0;
        for (long amount : amounts) {
            parts.add(new Part(Ids.next(), Ids.next(), Ids.next(), "ref", amount, 0));
            total += amount;
        }
        return new Payment(
                Ids.next(),
                UUID.randomUUID(),
                Ids.next(),
                "request-1",
                total,
                "RUB",
                PaymentMethod.CARD,
                "http://localhost:8080/paid",
                NOW,
                NOW.plus(Duration.ofHours(1)),
                parts);
    }

    static ProviderPayment says(Payment payment, State state) {
        return says(payment, state, payment.totalMinor, null);
    }

    static ProviderPayment says(Payment payment, State state, long amountMinor, @Nullable String cancelReason) {
        return new ProviderPayment(
                PROVIDER_ID,
                state,
                amountMinor,
                "RUB",
                payment.paymentId,
                state == State.PENDING ? "http://localhost:8090/checkout/1" : null,
                state == State.SUCCEEDED ? NOW.plusSeconds(30) : null,
                cancelReason,
                0);
    }
}
