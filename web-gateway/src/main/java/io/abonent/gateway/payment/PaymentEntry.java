package io.abonent.gateway.payment;

import io.abonent.gateway.service.AccountService.Link;
import io.abonent.gateway.service.BillingService.Payment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One payment in a list, or on its own page.
 *
 * @param link absent if the account is no longer linked, or not known now
 */
public record PaymentEntry(
        Payment payment, PaymentProgress progress, @Nullable Link link) {

    public static List<PaymentEntry> of(Link link, List<Payment> payments, Instant now) {
        return payments.stream()
                .filter(payment -> concerns(link.supplyAccountId(), payment))
                .map(payment -> new PaymentEntry(payment, PaymentProgress.of(payment, now), link))
                .toList();
    }

    private static boolean concerns(@Nullable UUID supplyAccountId, Payment payment) {
        return payment.parts().stream().anyMatch(part -> part.supplyAccountId().equals(supplyAccountId));
    }
}
