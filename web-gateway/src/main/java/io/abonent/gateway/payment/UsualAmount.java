package io.abonent.gateway.payment;

import io.abonent.gateway.service.BillingService.Payment;
import io.abonent.gateway.service.BillingService.PaymentPart;
import io.abonent.gateway.service.BillingService.PaymentStatus;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What is normally paid for an account, to notice a comma in the wrong place: 100 000 instead of 1 000,00.
 *
 * @param minor the debt or the largest payment known, whichever is more; 0 if nothing is known
 */
record UsualAmount(long minor) {

    private static final int FAR_ABOVE = 3;

    /** Below this nobody is asked: a summer's advance may well be many times a small debt. */
    private static final long NEVER_ASKED_MINOR = 500_000;

    private static final int WRONG_COMMA = 100;

    static UsualAmount of(UUID supplyAccountId, long dueMinor, List<Payment> payments) {
        long largest = payments.stream()
                .filter(payment -> payment.status() == PaymentStatus.PAID || payment.status() == PaymentStatus.POSTED)
                .flatMap(payment -> payment.parts().stream())
                .filter(part -> part.supplyAccountId().equals(supplyAccountId))
                .mapToLong(PaymentPart::amountMinor)
                .max()
                .orElse(0);
        return new UsualAmount(Math.max(dueMinor, largest));
    }

    boolean farBelow(long typedMinor) {
        return typedMinor > NEVER_ASKED_MINOR && typedMinor / FAR_ABOVE > minor;
    }

    /** What was perhaps meant: the same digits with the last two as kopecks. */
    OptionalLong perhapsMeant(long typedMinor) {
        long meant = typedMinor / WRONG_COMMA;
        boolean plausible = typedMinor % WRONG_COMMA == 0 && meant > 0 && meant / FAR_ABOVE <= minor;
        return plausible ? OptionalLong.of(meant) : OptionalLong.empty();
    }
}
